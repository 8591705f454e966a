package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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
            "      --voltage voltage.csv --sample-every 0.5 --neurons 10,11"
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

    @Option(names = "--force", description = "Write over files that exist already.")
    private boolean force;

    @ArgGroup(exclusive = false)
    private VoltageOptions voltage;

    @Override
    public Integer call() throws IOException {
        double until = options.until();
        int maxSpikes = options.maxSpikes();
        requireWritable(out);
        options.requireNoInput("--out", out);
        if (voltage != null) {
            requireWritable(voltage.file());
            options.requireNoInput("--voltage", voltage.file());
            if (RunOptions.isSame(voltage.file(), out)) {
                throw new IllegalArgumentException("--out and --voltage are both " + out + ", must be two files");
            }
        }
        NetworkFolder folder = options.readNetwork();
        SpikeTrains spikes = options.readInput(folder);
        VoltageTable table = voltage == null ? null : voltage.table(folder, until);

        long start = System.nanoTime();
        Simulator simulator = new Simulator(CompiledNetwork.of(folder.network())).spikeLimit(maxSpikes);
        if (table != null) {
            simulator.record(table.recorder());
        }
        Tape tape = simulator.run(spikes, until);
        double seconds = (System.nanoTime() - start) / 1e9;

        SpikesCsv.write(out, folder, tape, withInputs);
        if (table != null) {
            table.write(voltage.file());
        }
        report(folder.network(), tape, seconds);
        return 0;
    }

    private void requireWritable(Path file) throws IOException {
        if (force) {
            AtomicFiles.requirePlace(file);
        } else {
            AtomicFiles.requireAbsentFile(file);
        }
    }

    private void report(Network description, Tape tape, double seconds) {
        PrintWriter console = spec.commandLine().getOut();
        console.printf("network     %s%n", description);
        console.printf(
                Locale.ROOT,
                "run         %s ms in %.3f s, %d spikes, %d synaptic events%n",
                tape.end(),
                seconds,
                tape.spikeCount(),
                tape.synapticEvents());
        for (Population population : description.populations()) {
            console.println(describe(population, tape));
        }
        console.printf("spikes      %s%n", out);
        if (voltage != null) {
            console.printf("voltages    %s%n", voltage.file());
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
