package io.github.lightcone.cli.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private static final GradientCheck.Progress SILENT = (done, all) -> {};

    /** Each neuron spikes on its own, with a period of 20 ln (bias / (bias - 1)) ms, and the first drives the second. */
    private static Network network() {
        return Network.inDimensions(1)
                .conductionSpeed(0.1)
                .population("pair", Lif.of(20, 5), Positions.of(1, 0.0, 0.5))
                .override("pair", NeuronParameter.BIAS, 2, 1.5)
                .synapses("pair", "pair", true, new int[] {0}, new int[] {1}, new double[] {0.5}, null)
                .build();
    }

    private static List<Comparison> check(int threads) {
        List<Comparison> all = new ArrayList<>();
        try (GradientCheck check = new GradientCheck(network(), SpikeTrains.none(), 60, 1, 1000, threads)) {
            for (ParameterKind kind : ParameterKind.values()) {
                all.addAll(check.check(kind, 4, 0.01, 1e-6, new SplittableRandom(3), SILENT));
            }
        }
        return all;
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() {
        List<Comparison> one = check(1);
        assertThat(one)
                .filteredOn(comparison -> comparison.verdict() == Comparison.Verdict.AGREES)
                .isNotEmpty();
        assertThat(check(3)).isEqualTo(one);
    }

    @Test
    void progressIsToldSampleBySample() {
        List<String> told = new ArrayList<>();
        try (GradientCheck check = new GradientCheck(network(), SpikeTrains.none(), 60, 1, 1000, 2)) {
            check.check(
                    ParameterKind.POSITION,
                    5,
                    0.01,
                    1e-6,
                    new SplittableRandom(3),
                    (done, all) -> told.add(done + "/" + all));
        }
        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void aChangedRunWithTooManySpikesIsCountedAndLeftOut() {
        int spikes;
        try (GradientCheck check = new GradientCheck(network(), SpikeTrains.none(), 60, 1, 1000, 1)) {
            spikes = check.tape().spikeCount();
        }
        // The limit is what the run itself makes; a bias twice as large makes more.
        try (GradientCheck check = new GradientCheck(network(), SpikeTrains.none(), 60, 1, spikes, 1)) {
            List<Comparison> comparisons = check.check(ParameterKind.BIAS, 2, 1, 1e-6, new SplittableRandom(3), SILENT);
            assertThat(check.runaways()).isPositive();
            assertThat(comparisons).extracting(Comparison::verdict).containsOnly(Comparison.Verdict.AGREES);
        }
    }
}
