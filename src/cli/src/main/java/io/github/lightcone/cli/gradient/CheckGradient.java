package io.github.lightcone.cli.gradient;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.simulation.SpikeLimitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the exact gradient with finite differences, on parameters of every kind. */
@Command(
        name = "check-gradient",
        description = {
            "Compares the exact gradient of a network with finite differences.",
            "The loss is a random smooth function of all spike times, and of the weighted voltages of leaky "
                    + "integrators. Parameters of every kind are sampled; each is changed by smaller and smaller "
                    + "steps. A step at which a neuron gains or loses a spike, or an arrival changes places with a "
                    + "spike of its target, reaches across a kink and is not used; where none is left, or they are "
                    + "too small to tell, the parameter is counted and left out. Ends with exit code 0 if all that "
                    + "were compared agree and these are enough to tell, otherwise 1."
        },
        footerHeading = "%nExample:%n",
        footer = "  lightcone check-gradient net --input spikes.csv --until 100 --samples 50")
public final class CheckGradient implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "20",
            description = "Parameters to sample of each kind (${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the loss and of the sampling (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--step",
            paramLabel = "H",
            defaultValue = "0.01",
            description = "First and largest step, relative to the size of the parameters of a kind "
                    + "(${DEFAULT-VALUE}); it is halved " + FiniteDifference.HALVINGS + " times.")
    private double step;

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            defaultValue = "1e-6",
            description = "Largest relative error that passes (${DEFAULT-VALUE}). It is relative to the larger of the "
                    + "two derivatives, or to a thousandth of the largest of its kind.")
    private double tolerance;

    @Mixin
    private ThreadsOption threads;

    @Override
    public Integer call() throws IOException {
        double until = options.until();
        RunOptions.requirePositive("--until", until);
        RunOptions.requirePositive("--samples", samples);
        RunOptions.requirePositive("--step", step);
        RunOptions.requirePositive("--tolerance", tolerance);
        int team = threads.count();
        int maxSpikes = options.maxSpikes();
        NetworkFolder folder = options.readNetwork();
        SpikeTrains spikes = options.readInput(folder);
        try (GradientCheck check = new GradientCheck(folder.network(), spikes, until, seed, maxSpikes, team)) {
            boolean passed = run(check, folder, spec.commandLine().getOut());
            return passed ? 0 : 1;
        } catch (SpikeLimitException tooMany) {
            throw RunOptions.explain(tooMany, "nothing was compared");
        }
    }

    private boolean run(GradientCheck check, NetworkFolder folder, PrintWriter console) {
        console.printf("network     %s%n", folder.network());
        console.printf(
                "run         %s ms, %d spikes%n",
                check.tape().end(), check.tape().spikeCount());
        console.printf("loss        %s (random, seed %d)%n%n", check.loss(), seed);
        List<Comparison> comparisons = compareAll(check, folder, console);
        console.printf("%n%s%n%n", check.trust().describe());
        if (check.runaways() > 0) {
            console.printf(
                    "%d changed runs made more than %d spikes (--max-spikes) and were not used.%n",
                    check.runaways(), options.maxSpikes());
        }
        Conclusion conclusion = Conclusion.of(comparisons, tolerance);
        console.print(conclusion.describe(folder));
        console.flush();
        return conclusion.passed();
    }

    private List<Comparison> compareAll(GradientCheck check, NetworkFolder folder, PrintWriter console) {
        console.println("parameter         of   sampled  compared     kink  unresolved   largest error   median error");
        console.flush();
        boolean watched = Terminal.isInteractive();
        PrintWriter err = spec.commandLine().getErr();
        List<Comparison> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (ParameterKind kind : ParameterKind.values()) {
            GradientCheck.Progress progress = (done, of) -> {
                if (watched) {
                    err.print("\r" + (done < of ? kind.label() + ": " + done + " of " + of : "") + "\u001b[K");
                    err.flush();
                }
            };
            List<Comparison> comparisons = check.check(kind, samples, step, tolerance, random.split(), progress);
            printRow(console, kind, kind.indices(folder.network()).length, comparisons);
            all.addAll(comparisons);
        }
        return all;
    }

    private static void printRow(PrintWriter console, ParameterKind kind, int count, List<Comparison> comparisons) {
        double[] errors = comparisons.stream()
                .filter(Comparison::counts)
                .mapToDouble(Comparison::error)
                .sorted()
                .toArray();
        console.printf(
                Locale.ROOT,
                "%-16s %8d %8d %9d %8d %11d %15s %14s%n",
                kind.label(),
                count,
                comparisons.size(),
                errors.length,
                count(comparisons, Comparison.Verdict.KINK),
                count(comparisons, Comparison.Verdict.UNRESOLVED),
                errors.length == 0 ? "-" : String.format(Locale.ROOT, "%.1e", errors[errors.length - 1]),
                errors.length == 0 ? "-" : String.format(Locale.ROOT, "%.1e", errors[errors.length / 2]));
        console.flush();
    }

    private static long count(List<Comparison> comparisons, Comparison.Verdict verdict) {
        return comparisons.stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .count();
    }
}
