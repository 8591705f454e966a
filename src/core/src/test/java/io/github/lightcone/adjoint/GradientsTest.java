package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.Tape;
import org.junit.jupiter.api.Test;

class GradientsTest {

    private static final Trial TRIAL = new SmallNetwork()
            .source()
            .cell(Lif.of(10, 5).withRefractory(2))
            .synapse(0, 1, 9, 2)
            .trial(30, 1, 4);

    private static Gradients pass(Gradients gradients) {
        Simulator simulator = TRIAL.simulator();
        Tape tape = simulator.run(TRIAL.input(), TRIAL.end());
        LossSeeds seeds = new LossSeeds().reset(tape);
        for (int k = 0; k < tape.spikeCount(); k++) {
            seeds.addSpikeTime(k, 1 + k);
        }
        new Adjoint(simulator, true).run(tape, seeds, gradients);
        return gradients;
    }

    @Test
    void withoutDelaysTheRestHasTheSameBits() {
        Gradients all = pass(pass(new Gradients(TRIAL.network())));
        Gradients some = Gradients.withoutDelays(TRIAL.network());
        pass(some).clear();
        pass(pass(some));
        assertThat(all.weight()[0]).isNotZero();
        assertThat(some.weight()).isEqualTo(all.weight());
        assertThat(some.vThreshold()).isEqualTo(all.vThreshold());
        assertThat(some.tauMem()).isEqualTo(all.tauMem());
        assertThat(some.bias()).isEqualTo(all.bias());
        Gradients sum = Gradients.withoutDelays(TRIAL.network());
        sum.add(some);
        sum.scale(2);
        assertThat(sum.weight()[0]).isEqualTo(2 * all.weight()[0]);
    }

    @Test
    void positionsAreClearedAndAddedUpWithoutDelaysToo() {
        Gradients some = Gradients.withoutDelays(TRIAL.network());
        some.position()[1] = 3;
        Gradients sum = Gradients.withoutDelays(TRIAL.network());
        sum.add(some);
        sum.add(some);
        sum.scale(0.5);
        some.clear();
        assertThat(sum.position()[1]).isEqualTo(3);
        assertThat(some.position()).containsOnly(0);
    }

    @Test
    void whatIsNotThereIsRefused() {
        Gradients some = pass(Gradients.withoutDelays(TRIAL.network()));
        some.toPositions(TRIAL.network(), TRIAL.network().parameters());
        assertThatIllegalStateException().isThrownBy(some::delay).withMessageContaining("without delays");
        assertThat(some.position()).containsOnly(0);
        assertThatIllegalStateException().isThrownBy(some::conductionSpeed).withMessageContaining("without delays");
    }
}
