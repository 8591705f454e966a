package io.github.lightcone.benchmarks;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Readout;
import java.util.List;
import java.util.Optional;

/** A network with what is run on it; building it is measured too. */
final class Workload {

    private final CompiledNetwork compiled;
    private final SpikeTrains input;
    private final Loss loss;
    private final double end;
    private final double buildSeconds;
    private final double bytesPerSynapse;

    /**
     * Builds a network on all processors.
     *
     * @param neurons number of neurons of XL
     * @param parts number of parts of compact synapses, one per thread of a run
     */
    Workload(PeerNetworks which, int neurons, int parts, Options options) {
        BuildOptions building = BuildOptions.defaults().withParts(parts);
        Optional<Network> network = which.network(options.seed());
        long before = Machine.heapUsed();
        long start = System.nanoTime();
        if (network.isEmpty()) {
            compiled = GeneratedNetwork.of(neurons, options.seed(), building);
        } else if (options.compact()) {
            compiled = CompiledNetwork.compact(network.get(), building);
        } else {
            compiled = CompiledNetwork.of(network.get(), building.threads(), Progress.none());
        }
        buildSeconds = (System.nanoTime() - start) / 1e9;
        bytesPerSynapse = (Machine.heapUsed() - before) / (double) compiled.synapseCount();
        end = options.duration();
        input = which.isTrained() ? TrainedNetwork.example(end, options.seed()) : SpikeTrains.none();
        loss = network.filter(trained -> which.isTrained())
                .map(trained -> VoltageCrossEntropy.integrated(trained.population("output"), 10 / end))
                .orElse(null);
    }

    CompiledNetwork compiled() {
        return compiled;
    }

    SpikeTrains input() {
        return input;
    }

    double end() {
        return end;
    }

    /** Returns the loss of its outputs, or null if it has none. */
    Loss loss() {
        return loss;
    }

    List<Readout> readouts() {
        return loss == null ? List.of() : loss.readouts();
    }

    /** Returns whether a run takes long, so that warming up must be brief. */
    boolean isLong() {
        return compiled.synapseCount() >= 5_000_000;
    }

    void putBuilding(Report report) {
        report.put("neurons", compiled.network().neuronCount());
        report.put("synapses", compiled.synapseCount());
        report.put("layout", compiled.isCompact() ? "compact" : "double");
        report.put("bytesPerSynapse", bytesPerSynapse);
        report.put("buildThreads", BuildOptions.defaults().threads());
        report.put("synapsesBuiltPerSecond", compiled.synapseCount() / buildSeconds);
    }
}
