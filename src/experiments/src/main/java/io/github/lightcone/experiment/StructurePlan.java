package io.github.lightcone.experiment;

import io.github.lightcone.network.Network;
import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import io.github.lightcone.structure.analysis.AnalysisSettings;
import io.github.lightcone.structure.analysis.NetworkNodes;
import io.github.lightcone.structure.analysis.StructureAnalysis;
import io.github.lightcone.structure.analysis.StructureReport;
import java.util.List;
import java.util.Set;

/**
 * After which epochs the structure of a network is measured while it is trained, and how. Epoch 0 is the network
 * before training. Whoever follows the plan measures the last epoch too.
 *
 * @param populations whose neurons are measured, with the synapses among them; none for all
 * @param every measures epoch 0 and every so many epochs; 0 for those of {@code epochs} only
 * @param epochs measured epochs, where {@code every} is 0
 * @param settings what is measured; its seed is that of the run
 */
public record StructurePlan(List<String> populations, int every, Set<Integer> epochs, AnalysisSettings settings) {

    private static final long MEASURE_STREAM = 18;
    private static final int STREAM_BITS = 8;

    /** Keeps copies of the collections. */
    public StructurePlan {
        populations = List.copyOf(populations);
        epochs = Set.copyOf(epochs);
    }

    /** Returns whether an epoch is to be measured, be it the last or not. */
    public boolean asksFor(int epoch) {
        return every > 0 ? epoch % every == 0 : epochs.contains(epoch);
    }

    /** Returns the seed of an epoch, at least 0: it depends on that of the run and the epoch alone. */
    public long seed(int epoch) {
        long stream = ((long) epoch << STREAM_BITS) + MEASURE_STREAM;
        return new SeededRandom(settings.seed(), stream).nextInt(Integer.MAX_VALUE);
    }

    /**
     * Measures a network, weights without their signs.
     *
     * @param network as it is after the epoch
     */
    public StructureReport measure(Network network, int epoch, AnalysisProgress progress) {
        return new StructureAnalysis(settings.withSeed(seed(epoch)))
                .of(NetworkNodes.of(network, populations).analysed(), progress);
    }
}
