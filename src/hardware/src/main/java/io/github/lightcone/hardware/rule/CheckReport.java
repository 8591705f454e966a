package io.github.lightcone.hardware.rule;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param violations in the order of rules
 * @param checked the rules that were checked
 * @param skipped the rules that were not, with the reason
 * @param step length of a step that delays and time constants were measured by, ms; NaN if none was needed
 * @param leftOut synapses of weight 0, to which no rule was applied
 */
public record CheckReport(
        List<Violation> violations, List<Rule> checked, Map<Rule, String> skipped, double step, int leftOut) {

    /** Copies the collections. */
    public CheckReport {
        violations = List.copyOf(violations);
        checked = List.copyOf(checked);
        skipped = skipped.isEmpty() ? Map.of() : new EnumMap<>(skipped);
    }

    /** Returns whether nothing is violated. */
    public boolean fits() {
        return violations.isEmpty();
    }

    /** Returns the number of violations of a rule. */
    public long count(Rule rule) {
        return violations.stream().filter(violation -> violation.rule() == rule).count();
    }
}
