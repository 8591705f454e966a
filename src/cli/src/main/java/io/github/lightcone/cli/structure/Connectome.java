package io.github.lightcone.cli.structure;

import io.github.lightcone.cli.console.Terminal;
import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.cli.simulate.PopulationLine;
import io.github.lightcone.cli.simulate.Watch;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.SpikesCsv;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Population;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.structure.file.ConnectomeNetwork;
import io.github.lightcone.structure.file.GraphFile;
import io.github.lightcone.structure.file.GraphFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a spiking network of a connectome. */
@Command(
        name = "connectome",
        description = "Makes a network of a connectome, a LIF neuron per region, delays = tract length / speed, and"
                + " simulates it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone connectome connectivity_998.zip --speed 3 --weight-scale 0.1 --out brain \\",
            "      --background 40 --until 1000 --simulate spikes.csv",
            "  lightcone connectome connectivity_76.zip --out brain --background 40 --until 1000 --spikes in.csv",
            "  lightcone simulate brain --input in.csv --until 1000 --out out.csv"
        })
public final class Connectome implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "A connectome of The Virtual Brain (.zip), or a graph with lengths or positions.")
    private Path file;

    @Option(names = "--directed", description = "A list of edges is directed (default: undirected).")
    private boolean directed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "NETWORK",
            description = "Folder to write the network into; must not exist yet.")
    private Path out;

    @Option(
            names = "--speed",
            paramLabel = "V",
            defaultValue = "3",
            description = "Conduction speed, mm/ms (${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--weight-scale",
            paramLabel = "W",
            defaultValue = "1",
            description = "What a connection of weight 1 weighs as a synapse (${DEFAULT-VALUE}).")
    private double weightScale;

    @Option(
            names = "--tau-mem",
            paramLabel = "MS",
            defaultValue = "20",
            description = "Membrane time constant, ms (${DEFAULT-VALUE}).")
    private double tauMem;

    @Option(
            names = "--tau-syn",
            paramLabel = "MS",
            defaultValue = "5",
            description = "Synaptic time constant, ms (${DEFAULT-VALUE}).")
    private double tauSyn;

    @Option(
            names = "--refractory",
            paramLabel = "MS",
            defaultValue = "2",
            description = "Refractory time, ms (${DEFAULT-VALUE}).")
    private double refractory;

    @ArgGroup(exclusive = false, heading = "Background input: a spike source for every region, with Poisson spikes%n")
    private Background background;

    @Override
    public Integer call() throws IOException {
        RunOptions.requirePositive("--speed", speed);
        RunOptions.requirePositive("--tau-mem", tauMem);
        RunOptions.requirePositive("--tau-syn", tauSyn);
        AtomicFiles.requireFolderPlace(out);
        if (background != null) {
            background.check(file);
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        GraphFile connectome = GraphFiles.read(file, directed);
        Network network =
                ConnectomeNetwork.of(connectome, Lif.of(tauMem, tauSyn).withRefractory(refractory), weightScale, speed);
        PrintWriter console = spec.commandLine().getOut();
        console.println("connectome  " + connectome);
        SpikeTrains spikes = SpikeTrains.none();
        if (background != null) {
            spikes = background.spikes(network.neuronCount());
            network = background.addTo(network);
        }
        NetworkFolder folder = NetworkFolder.of(network);
        Optional<Tape> tape = background != null && background.result().isPresent()
                ? Optional.of(simulate(network, spikes))
                : Optional.empty();
        folder.write(out);
        console.println("network     " + network);
        console.println("folder      " + out);
        if (background != null && background.file().isPresent()) {
            SpikesCsv.write(background.file().get(), folder.ids(), spikes);
            console.println("background  " + background.file().get() + ", " + spikes.size() + " spikes");
        }
        if (tape.isPresent()) {
            report(folder, tape.get(), background.result().orElseThrow());
        }
        console.flush();
        return 0;
    }

    private Tape simulate(Network network, SpikeTrains spikes) {
        Watch watch = new Watch(Terminal.isInteractive(), spec.commandLine().getErr());
        return background.simulate(network, spikes, watch, Runtime.getRuntime().availableProcessors());
    }

    private void report(NetworkFolder folder, Tape tape, Path result) throws IOException {
        AtomicFiles.write(result, SpikesCsv.text(folder, tape, false));
        PrintWriter console = spec.commandLine().getOut();
        console.printf(
                "run         %s ms, %d spikes, %d synaptic events%n",
                tape.end(), tape.spikeCount(), tape.synapticEvents());
        for (Population population : folder.network().populations()) {
            console.println(PopulationLine.of(population, tape));
        }
        console.println("spikes      " + result);
    }
}
