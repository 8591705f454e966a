package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.EventOracle;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.fixtures.Variables;
import java.util.stream.LongStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole run differentiated forwards, by arithmetic with derivatives in a simulation that shares
 * nothing with the engine, against the adjoint: along a random direction for every kind of parameter
 * and for the times of the input.
 */
class ForwardModeTest {

    /**
     * Forward and backward sums differ by rounding only. It is amplified by shallow crossings and where
     * terms cancel: over 100 seeds 2e-11 was the worst.
     */
    private static final double TOLERANCE = 1e-10;

    private static final int[] DIMENSIONS = {1, 2, 3, 8};

    static LongStream seeds() {
        return LongStream.range(0, 7);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKindOfGradientAgrees(long seed) {
        Trial trial = RandomNetworks.trial(seed, DIMENSIONS[(int) seed % DIMENSIONS.length]);
        Trial.Pass pass = trial.differentiate(Loss.spikeTimes(seed).plus(Loss.readouts(seed)));
        Variables variables = Variables.byKind(trial, seed);
        EventOracle.Result<DerivativeStructure> result = EventOracle.run(variables.lift(trial));
        assertThat(result.times()).hasSize(pass.tape().spikeCount());

        double[] backward = variables.backward(trial, pass);
        double[] forward = variables.forward(pass.seeds(), result);
        Agreement agreement = Agreement.of("adjoint, forward mode", TOLERANCE, 1);
        for (int k = 0; k < forward.length; k++) {
            agreement.compare(variables.names().get(k)::toString, backward[k], forward[k]);
        }
        agreement.check();
    }
}
