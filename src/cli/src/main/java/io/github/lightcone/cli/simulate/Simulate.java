package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.metrics.RunPoint;
import io.github.lightcone.cli.metrics.RunReport;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.options.ThreadsOption;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.AtomicFiles.Content;
import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Population;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.SpikeLimitException;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.io.PrintWriter;
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
            "  lightcone simulate net --input spikes.csv --until 100 --out out.csv --stats --metrics metrics.json",
            "  lightcone simulate net --input spikes.csv --until 100 --out out.csv --save at100.state",
            "  lightcone simulate net --resume at100.state --input more.csv --until 200 --out all.csv"
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

    @Mixin
    private ThreadsOption threads;

    @ArgGroup(exclusive = false)
    private VoltageOptions voltage;

    @Mixin
    private StateOptions state;

    @Override
    public Integer call() throws IOException {
        double until = options.until();
        int maxSpikes = options.maxSpikes();
        int team = threads.count();
        new OutputFiles()
                .add("--out", out)
                .add("--voltage", voltage == null ? null : voltage.file())
                .add("--metrics", metrics)
                .add("--save", state.save())
                .check(options, state, force);
        NetworkFolder folder = options.readNetwork();
        SpikeTrains spikes = state.resume() == null ? options.readInput(folder) : SpikeTrains.none();
        VoltageTable table = voltage == null ? null : voltage.table(folder, until);

        Watch watch = new Watch(Terminal.isInteractive(), spec.commandLine().getErr());
        long start = System.nanoTime();
        Simulator simulator = new Simulator(watch.compile(folder.network(), team))
                .threads(team)
                .spikeLimit(maxSpikes);
        if (table != null) {
            simulator.record(table.recorder());
        }
        try {
            Simulation run = begin(simulator, folder, spikes);
            RunPoint begin = RunPoint.of(run);
            watch.run(run, until);
            double seconds = (System.nanoTime() - start) / 1e9;
            finish(folder, run, table, new RunReport(folder.network(), begin, until, run.statistics(), seconds));
        } catch (SpikeLimitException tooMany) {
            throw RunOptions.explain(tooMany, "nothing was written");
        }
        return 0;
    }

    private Simulation begin(Simulator simulator, NetworkFolder folder, SpikeTrains spikes) throws IOException {
        if (state.resume() == null) {
            return simulator.start(spikes);
        }
        Simulation run = state.restore(simulator, options.until());
        run.inject(options.readInputAfter(run.now(), folder));
        return run;
    }

    private void finish(NetworkFolder folder, Simulation run, VoltageTable table, RunReport report) throws IOException {
        Map<Path, Content> contents = new LinkedHashMap<>();
        contents.put(out, AtomicFiles.text(SpikesCsv.text(folder, run.tape(), withInputs)));
        if (table != null) {
            contents.put(voltage.file(), AtomicFiles.text(table.text()));
        }
        if (metrics != null) {
            contents.put(metrics, AtomicFiles.text(JsonFiles.text(report.metrics())));
        }
        if (state.save() != null) {
            contents.put(state.save(), (file, bytes) -> run.save(bytes));
        }
        AtomicFiles.writeAll(contents);
        print(report, run.tape());
    }

    private void print(RunReport report, Tape tape) {
        PrintWriter console = spec.commandLine().getOut();
        console.printf("network     %s%n", report.network());
        if (state.resume() != null) {
            console.printf(
                    "resumed     %s at %s ms, %s%n",
                    state.resume(), report.begin().time(), options.hasInput() ? "more input" : "no more input");
        }
        console.printf(
                Locale.ROOT,
                "run         %s ms in %.3f s, %d spikes, %d synaptic events%n",
                tape.end(),
                report.seconds(),
                tape.spikeCount(),
                tape.synapticEvents());
        for (Population population : report.network().populations()) {
            console.println(PopulationLine.of(population, tape));
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
        if (state.save() != null) {
            console.printf("state       %s%n", state.save());
        }
        console.flush();
    }
}
