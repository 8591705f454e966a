package io.github.lightcone.cli.gradient;

import io.github.lightcone.formats.NetworkFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What follows from all comparisons. Zero agrees with zero whatever the adjoint does, so only gradients that
 * are not 0 tell anything, and enough of them must have been compared.
 *
 * @param comparisons of all kinds
 * @param tolerance largest relative error that passes
 * @param live number of sampled parameters with a gradient
 * @param checked number of these for which finite differences gave a derivative
 */
record Conclusion(List<Comparison> comparisons, double tolerance, long live, long checked) {

    private static final int MOST_LISTED = 10;

    /** A check that compared less than this share of what has a gradient says too little. */
    private static final double LEAST_CHECKED = 0.1;

    static Conclusion of(List<Comparison> comparisons, double tolerance) {
        List<Comparison> live =
                comparisons.stream().filter(Conclusion::hasGradient).toList();
        return new Conclusion(
                comparisons,
                tolerance,
                live.size(),
                live.stream().filter(Comparison::counts).count());
    }

    private static boolean hasGradient(Comparison comparison) {
        return comparison.adjoint() != 0 || (comparison.counts() && comparison.difference() != 0);
    }

    boolean passed() {
        return wrong().isEmpty() && checked > 0 && checked >= LEAST_CHECKED * live;
    }

    private List<Comparison> wrong() {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == Comparison.Verdict.DISAGREES)
                .sorted(Comparator.comparingDouble(Comparison::error).reversed())
                .toList();
    }

    /** Returns one or more lines. */
    String describe(NetworkFolder folder) {
        List<String> lines = new ArrayList<>();
        List<Comparison> wrong = wrong();
        long compared = comparisons.stream().filter(Comparison::counts).count();
        if (!wrong.isEmpty()) {
            lines.add(wrong.size() + " of " + compared + " gradients disagree by more than " + tolerance + ":");
            for (Comparison comparison : wrong.subList(0, Math.min(MOST_LISTED, wrong.size()))) {
                lines.add("  " + comparison.kind().describe(folder, comparison.index()) + ": adjoint "
                        + comparison.adjoint() + ", finite difference " + comparison.difference());
            }
        } else if (live == 0) {
            lines.add("Nothing to compare: no parameter that was sampled has a gradient.");
        } else if (!passed()) {
            lines.add("Too little was compared to tell: of " + live + " sampled parameters with a gradient, " + checked
                    + ".");
        } else {
            lines.add("All " + compared + " gradients that were compared agree within " + tolerance + ".");
        }
        String unchecked = uncheckedKinds();
        if (!unchecked.isEmpty()) {
            lines.add("Not checked, for want of a finite difference: " + unchecked + ".");
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** Returns the kinds with gradients none of which could be compared. */
    private String uncheckedKinds() {
        return comparisons.stream()
                .filter(Conclusion::hasGradient)
                .collect(Collectors.groupingBy(
                        Comparison::kind,
                        TreeMap::new,
                        Collectors.filtering(Comparison::counts, Collectors.counting())))
                .entrySet()
                .stream()
                .filter(kind -> kind.getValue() == 0)
                .map(kind -> kind.getKey().label())
                .collect(Collectors.joining(", "));
    }
}
