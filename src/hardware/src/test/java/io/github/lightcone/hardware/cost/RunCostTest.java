package io.github.lightcone.hardware.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.hardware.chip.ChipProfile;
import io.github.lightcone.hardware.chip.ChipProfiles;
import io.github.lightcone.hardware.quantise.FixedDelays;
import io.github.lightcone.simulation.Tape;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCostTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void operationsAreThoseOfACountByHand(long seed) throws IOException {
        Trial trial = RandomNetworks.trial(seed, 2);
        Tape tape = trial.run();
        RunCost cost = new RunCost(trial.network(), ChipProfiles.find("loihi-2"), 0.5);
        cost.add(tape);
        double[] delay = FixedDelays.totals(trial.network());
        long[] of = new long[trial.network().neuronCount()];
        double pending = 0;
        for (int k = 0; k < tape.spikeCount(); k++) {
            for (int s = 0; s < trial.network().synapseCount(); s++) {
                if (trial.network().source(s) == tape.neuron(k) && tape.time(k) + delay[s] < tape.end()) {
                    of[trial.network().target(s)]++;
                    pending += delay[s];
                }
            }
        }
        assertThat(cost.operationsOf()).containsExactly(of);
        assertThat(cost.synapticOperations()).isEqualTo(Arrays.stream(of).sum()).isEqualTo(tape.synapticEvents());
        assertThat(cost.spikes()).isEqualTo(tape.spikeCount());
        assertThat(cost.updates()).isEqualTo(80L * 8);
        assertThat(cost.pendingMean()).isCloseTo(pending / tape.end(), within(1e-9));
        assertThat(cost.pendingPeak()).isEqualTo(peak(trial, tape, delay));
    }

    /** The most arrivals under way just after any spike. */
    private static long peak(Trial trial, Tape tape, double[] delay) {
        long most = 0;
        for (int at = 0; at < tape.spikeCount(); at++) {
            double now = tape.time(at);
            long open = 0;
            for (int k = 0; k < tape.spikeCount(); k++) {
                for (int s = 0; s < delay.length; s++) {
                    double arrival = tape.time(k) + delay[s];
                    boolean mine = trial.network().source(s) == tape.neuron(k);
                    open += mine && tape.time(k) <= now && now < arrival && arrival < tape.end() ? 1 : 0;
                }
            }
            most = Math.max(most, open);
        }
        return most;
    }

    @Test
    void energyIsARangeOrUnknown() throws IOException {
        Trial trial = RandomNetworks.trial(2, 2);
        ChipProfile loihi = ChipProfiles.find("loihi-2");
        RunCost cost = new RunCost(trial.network(), loihi, 1);
        cost.add(trial.run());
        Energy energy = Energy.of(cost, loihi).orElseThrow();
        assertThat(energy.least()).isCloseTo(23.6 * cost.synapticOperations(), within(1e-6));
        assertThat(energy.most()).isInfinite();
        Energy spinnaker = Energy.of(cost, ChipProfiles.find("spinnaker-1")).orElseThrow();
        assertThat(spinnaker.most())
                .isCloseTo(43_000.0 * cost.synapticOperations() + 100_000.0 * cost.updates(), within(1e-3));
        assertThat(Energy.of(cost, ChipProfiles.find("xylo-audio-2"))).isEmpty();
    }

    @Test
    void memoryCountsWordsAndStates() throws IOException {
        Trial trial = RandomNetworks.trial(2, 2);
        RunCost cost = new RunCost(trial.network(), ChipProfiles.find("loihi-2"), 1);
        cost.add(trial.run());
        // 8 bits of weight, 6 of delay up to 62, 4 of target among 11 neurons; two states of 24 bits, read and written.
        assertThat(cost.synapseBits()).isEqualTo(18);
        assertThat(cost.memoryBits()).isEqualTo(18 * cost.synapticOperations() + 96 * cost.updates());
    }
}
