package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.metrics.RunReport;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.AtomicFiles.TextAction;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a network on given input spikes and writes the spikes it makes. */
@Command(
        name = "simulate",
        description = "Runs a network on given spikes and writes the spikes it makes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone simulate net --input spikes.csv --until 100 --out out.csv",
            "  lightcone simulate net --input spikes.csv --until 100 --out out.csv \\",
            "      --voltage voltage.csv --sample-every 0.5 --neurons 10,11",
            "  lightcone simulate net --input spikes.csv --until 100 --out out.csv --stats --metrics metrics.json"
        })
public final class Simulate implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the spikes: CSV with the columns neuron, time (ms).")
    private Path out;

    @Option(names = "--with-inputs", description = "Write the spikes of the spike sources as well.")
    private boolean withInputs;

    @Option(names = "--stats", description = "Print what the run did: counts of events, time, speed.")
    private boolean stats;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Where to write what the run did, as JSON; docs/formats.md describes the fields.")
    private Path metrics;

    @Option(names = "--force", description = "Write over files that exist already.")
    private boolean force;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Number of threads that share a large network; the result is the same for any (default: number"
                            + " of processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @ArgGroup(exclusive = false)
    private VoltageOptions voltage;

    @Override
    public Integer call() throws IOException {
        double until = options.until();
        int maxSpikes = options.maxSpikes();
        RunOptions.requireFromOne("--threads", threads, RunOptions.MOST_THREADS);
        checkOutputs();
        NetworkFolder folder = options.readNetwork();
        SpikeTrains spikes = options.readInput(folder);
        VoltageTable table = voltage == null ? null : voltage.table(folder, until);

        long start = System.nanoTime();
        Simulator simulator = new Simulator(CompiledNetwork.of(folder.network()))
                .threads(threads)
                .spikeLimit(maxSpikes);
        if (table != null) {
            simulator.record(table.recorder());
        }
        Tape tape = run(simulator, spikes, until);
        double seconds = (System.nanoTime() - start) / 1e9;
        RunReport report = new RunReport(folder.network(), until, simulator.statistics(), seconds);

        Map<Path, TextAction> contents = new LinkedHashMap<>();
        contents.put(out, SpikesCsv.text(folder, tape, withInputs));
        if (table != null) {
            contents.put(voltage.file(), table.text());
        }
        if (metrics != null) {
            contents.put(metrics, JsonFiles.text(report.metrics()));
        }
        AtomicFiles.writeAll(contents);
        print(report, tape);
        return 0;
    }

    private static Tape run(Simulator simulator, SpikeTrains spikes, double until) {
        try {
            return simulator.run(spikes, until);
        } catch (SpikeLimitException tooMany) {
            throw RunOptions.explain(tooMany, "nothing was written");
        }
    }

    private Map<String, Path> outputs() {
        Map<String, Path> outputs = new LinkedHashMap<>();
        outputs.put("--out", out);
        if (voltage != null) {
            outputs.put("--voltage", voltage.file());
        }
        if (metrics != null) {
            outputs.put("--metrics", metrics);
        }
        return outputs;
    }

    private void checkOutputs() throws IOException {
        Map<String, Path> checked = new LinkedHashMap<>();
        for (Map.Entry<String, Path> output : outputs().entrySet()) {
            String option = output.getKey();
            Path file = output.getValue();
            if (!force && Files.isRegularFile(file)) {
                throw new IllegalArgumentException(file + ": exists already; --force writes over it");
            }
            AtomicFiles.requirePlace(file);
            options.requireNoInput(option, file);
            for (Map.Entry<String, Path> other : checked.entrySet()) {
                if (RunOptions.isSame(file, other.getValue())) {
                    throw new IllegalArgumentException(
                            other.getKey() + " and " + option + " are both " + file + ", must be two files");
                }
            }
            checked.put(option, file);
        }
    }

    private void print(RunReport report, Tape tape) {
        PrintWriter console = spec.commandLine().getOut();
        console.printf("network     %s%n", report.network());
        console.printf(
                Locale.ROOT,
                "run         %s ms in %.3f s, %d spikes, %d synaptic events%n",
                tape.end(),
                report.seconds(),
                tape.spikeCount(),
                tape.synapticEvents());
        for (Population population : report.network().populations()) {
            console.println(describe(population, tape));
        }
        if (stats) {
            console.printf("statistics%n%s", report.table());
        }
        console.printf("spikes      %s%n", out);
        if (voltage != null) {
            console.printf("voltages    %s%n", voltage.file());
        }
        if (metrics != null) {
            console.printf("metrics     %s%n", metrics);
        }
        console.flush();
    }

    private static String describe(Population population, Tape tape) {
        long spikes = 0;
        int silent = 0;
        for (int n = population.firstNeuron(); n < population.endNeuron(); n++) {
            spikes += tape.spikeCountOf(n);
            silent += tape.spikeCountOf(n) == 0 ? 1 : 0;
        }
        String name = "            " + population.name() + ": " + population.size() + " x "
                + population.kind().label();
        return population.kind() == NeuronKind.LEAKY_INTEGRATOR
                ? name
                : name + ", " + spikes + " spikes, " + silent + " silent";
    }
}
