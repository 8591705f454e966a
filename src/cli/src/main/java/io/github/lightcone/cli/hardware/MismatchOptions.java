package io.github.lightcone.cli.hardware;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.hardware.mismatch.Spread;
import java.util.Optional;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Option;

/** How much devices differ, and how many there are. */
final class MismatchOptions {

    private static final int USUAL_DEVICES = 10;

    @Option(
            names = "--mismatch",
            paramLabel = "R",
            description = "Relative deviation of thresholds, time constants and weights among devices.")
    private Double all;

    @Option(
            names = "--threshold-mismatch",
            paramLabel = "R",
            description = "That of thresholds, from the reset, alone (default: that of --mismatch).")
    private Double threshold;

    @Option(
            names = "--tau-mismatch",
            paramLabel = "R",
            description = "That of time constants alone (default: that of --mismatch).")
    private Double timeConstants;

    @Option(
            names = "--weight-mismatch",
            paramLabel = "R",
            description = "That of weights alone (default: that of --mismatch).")
    private Double weights;

    @Option(names = "--delay-jitter", paramLabel = "MS", description = "Deviation of delays among devices, ms.")
    private Double delay;

    @Option(
            names = "--lognormal",
            description =
                    "Draw relative deviations as lognormal factors of mean 1 instead of normal ones; R is then the "
                            + "deviation of their logarithms.")
    private boolean lognormal;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Number of devices that are drawn where they differ (default: " + USUAL_DEVICES + ").")
    private Integer devices;

    /** Returns how much devices differ; empty if that was not asked for. */
    Optional<Spread> spread() {
        requireDeviation("--mismatch", all);
        requireDeviation("--threshold-mismatch", threshold);
        requireDeviation("--tau-mismatch", timeConstants);
        requireDeviation("--weight-mismatch", weights);
        requireDeviation("--delay-jitter", delay);
        if (devices != null) {
            RunOptions.requireFromOne("--devices", devices, Integer.MAX_VALUE);
        }
        double rest = all == null ? 0 : all;
        Spread spread = new Spread(
                threshold == null ? rest : threshold,
                timeConstants == null ? rest : timeConstants,
                weights == null ? rest : weights,
                delay == null ? 0 : delay,
                lognormal);
        boolean asked = all != null || threshold != null || timeConstants != null || weights != null || delay != null;
        if (!asked && devices != null) {
            throw new IllegalArgumentException(
                    "--devices needs --mismatch, one of its kinds or --delay-jitter, which say "
                            + "how much they differ");
        }
        boolean factors = DoubleStream.of(spread.threshold(), spread.timeConstants(), spread.weights())
                .anyMatch(deviation -> deviation > 0);
        if (lognormal && !factors) {
            throw new IllegalArgumentException(
                    "--lognormal needs --mismatch or one of its kinds above 0: delays are always normal");
        }
        return asked ? Optional.of(spread) : Optional.empty();
    }

    /** Returns how many devices are drawn. */
    int devices() {
        return devices == null ? USUAL_DEVICES : devices;
    }

    private static void requireDeviation(String option, Double deviation) {
        if (deviation != null && !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(option + " = " + deviation + ", must be finite and at least 0");
        }
    }
}
