package io.github.lightcone.experiment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Something a study is to judge: that a figure of one condition is higher than, lower than, or within a margin of that of
 * another condition, or of a number.
 *
 * @param text the claim, in words
 * @param part the part whose figures judge it
 * @param figure which figure, as in the table of the part's figures, such as {@code weights: modularity}
 * @param of the condition it is about
 * @param against the condition to compare with; empty for a number
 * @param number the number to compare with
 * @param expect what is claimed
 * @param margin of {@link Expectation#SAME}: half the width of what counts as the same
 */
public record StudyClaim(
        String text,
        String part,
        String figure,
        String of,
        String against,
        OptionalDouble number,
        Expectation expect,
        double margin) {

    /** What is claimed. */
    public enum Expectation {
        /** Higher than the other. */
        HIGHER,
        /** Lower than the other. */
        LOWER,
        /** Within a margin of the other. */
        SAME
    }

    static StudyClaim of(Section claim, List<StudyPart> parts) {
        String part = claim.choice("part", parts.stream().map(StudyPart::name).toList());
        boolean isNumber = claim.isNumber("against");
        String expected = claim.choice("expect", List.of("higher", "lower", "same"));
        Expectation expect = switch (expected) {
            case "higher" -> Expectation.HIGHER;
            case "lower" -> Expectation.LOWER;
            default -> Expectation.SAME;
        };
        StudyClaim read = new StudyClaim(
                claim.text("claim"),
                part,
                claim.word("figure"),
                claim.word("of"),
                isNumber ? "" : claim.word("against"),
                isNumber ? OptionalDouble.of(claim.number("against")) : OptionalDouble.empty(),
                expect,
                expect == Expectation.SAME ? claim.positive("margin") : 0);
        claim.rejectOthers();
        return read;
    }
}
