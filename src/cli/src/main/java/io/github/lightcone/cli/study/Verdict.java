package io.github.lightcone.cli.study;

import io.github.lightcone.cli.metrics.MeanInterval;
import io.github.lightcone.experiment.StudyClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What figures say of a claim. Runs of one seed begin alike, so the difference is taken seed by seed; its 95 % interval is
 * that of the mean of these differences (Student's t). The claim {@code higher} is supported where the whole interval is above
 * 0 and refuted where it is below, {@code lower} the other way round; {@code same} is supported where the interval is
 * within the margin and refuted where it is outside. What is neither is open: more seeds might tell.
 *
 * <p>The effect size is Hedges' g: the difference of the means in units of the pooled standard deviation, times 1 - 3/(4 f
 * - 1) with f degrees of freedom (L. V. Hedges, Journal of Educational Statistics 6 (1981)); against a number, the standard
 * deviation is that of the one sample. Intervals of several claims are not corrected for their number.
 *
 * @param of mean of the condition the claim is about, with its interval
 * @param against that of the other; a number without an interval
 * @param difference of the two, over seeds that both have
 * @param effect Hedges' g; NaN where it is not defined
 * @param outcome what follows
 */
record Verdict(MeanInterval of, MeanInterval against, MeanInterval difference, double effect, Outcome outcome) {

    /** What follows for a claim. */
    enum Outcome {
        /** The figures say so. */
        SUPPORTED,
        /** The figures say otherwise. */
        REFUTED,
        /** They do not say. */
        OPEN,
        /** Fewer than two runs have the figure. */
        NOT_MEASURED;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** Judges a claim. */
    static Verdict of(StudyClaim claim, PartResults results) {
        Map<Long, Double> own = results.values(claim.of(), claim.figure());
        List<Double> differences = new ArrayList<>();
        MeanInterval against;
        double[] others;
        if (claim.number().isPresent()) {
            double number = claim.number().getAsDouble();
            against = new MeanInterval(number, Double.NaN, 1);
            others = new double[0];
            own.values().forEach(value -> differences.add(value - number));
        } else {
            Map<Long, Double> other = results.values(claim.against(), claim.figure());
            others = numbers(other.values());
            against = MeanInterval.of(others);
            own.forEach((seed, value) -> {
                if (other.containsKey(seed)) {
                    differences.add(value - other.get(seed));
                }
            });
        }
        MeanInterval difference = MeanInterval.of(numbers(differences));
        return new Verdict(
                MeanInterval.of(numbers(own.values())),
                against,
                difference,
                effect(numbers(own.values()), others, against.mean()),
                outcome(claim, difference));
    }

    private static Outcome outcome(StudyClaim claim, MeanInterval difference) {
        if (difference.count() < 2) {
            return Outcome.NOT_MEASURED;
        }
        boolean above = difference.low() > claim.margin();
        boolean below = difference.high() < -claim.margin();
        return switch (claim.expect()) {
            case HIGHER -> above ? Outcome.SUPPORTED : below ? Outcome.REFUTED : Outcome.OPEN;
            case LOWER -> below ? Outcome.SUPPORTED : above ? Outcome.REFUTED : Outcome.OPEN;
            case SAME ->
                above || below
                        ? Outcome.REFUTED
                        : difference.low() >= -claim.margin() && difference.high() <= claim.margin()
                                ? Outcome.SUPPORTED
                                : Outcome.OPEN;
        };
    }

    private static double effect(double[] own, double[] others, double against) {
        int freedom = own.length - 1 + Math.max(0, others.length - 1);
        double squares = squares(own) + squares(others);
        if (own.length < 2 || others.length == 1 || !(squares > 0)) {
            return Double.NaN;
        }
        double difference = MeanInterval.of(own).mean() - against;
        return difference / Math.sqrt(squares / freedom) * (1 - 3.0 / (4.0 * freedom - 1));
    }

    private static double squares(double[] values) {
        double mean = MeanInterval.of(values).mean();
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    private static double[] numbers(Iterable<Double> values) {
        List<Double> list = new ArrayList<>();
        values.forEach(list::add);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns whether the intervals of the two means have nothing in common. */
    boolean isApart() {
        double low = Double.isNaN(against.half()) ? against.mean() : against.low();
        double high = Double.isNaN(against.half()) ? against.mean() : against.high();
        return of.low() > high || of.high() < low;
    }
}
