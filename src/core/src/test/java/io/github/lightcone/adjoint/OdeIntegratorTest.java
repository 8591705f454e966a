package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.EventOracle;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.OdeOracle;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.fixtures.Variables;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.space.Positions;
import java.util.SplittableRandom;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spike times and the derivative of every single spike time with respect to every single parameter, by
 * numerical integration of the differential equations with event detection (Dormand and Prince 8(5,3),
 * as implemented in Apache Commons Math) in arithmetic that carries derivatives.
 */
class OdeIntegratorTest {

    /** The integrator was asked for 1e-14 per step; a run has some hundreds of steps. */
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest(name = "seed {0}, refractory {1} ms")
    @CsvSource({"1, 0", "2, 1.5"})
    void spikeTimesAndTheirDerivativesAgree(long seed, double refractory) {
        Trial trial = trial(seed, refractory);
        Variables variables = Variables.each(trial);
        EventOracle.Result<DerivativeStructure> result = OdeOracle.run(variables.lift(trial));

        Trial.Pass first = trial.differentiate(Loss.spikeTime(0));
        int spikes = first.tape().spikeCount();
        assertThat(spikes).isGreaterThan(trial.input().size() + 6);
        assertThat(result.times()).hasSize(spikes);
        Agreement times = Agreement.of("spike times, ODE integrator", TOLERANCE, 1);
        Agreement derivatives = Agreement.of("derivatives of spike times, ODE integrator", TOLERANCE, 0.1);
        for (int k = 0; k < spikes; k++) {
            int spike = k;
            assertThat(result.neurons().get(k)).isEqualTo(first.tape().neuron(k));
            times.compare(
                    () -> "spike " + spike,
                    first.tape().time(k),
                    result.times().get(k).getReal());
            Trial.Pass pass = trial.differentiate(Loss.spikeTime(k));
            double[] backward = variables.backward(trial, pass);
            double[] forward = variables.forward(pass.seeds(), result);
            for (int variable = 0; variable < forward.length; variable++) {
                String name = variables.names().get(variable);
                derivatives.compare(() -> "spike " + spike + " by " + name, backward[variable], forward[variable]);
            }
        }
        times.check();
        derivatives.check();
    }

    private static Trial trial(long seed, double refractory) {
        SplittableRandom random = new SplittableRandom(seed);
        Network network = Network.inDimensions(2)
                .conductionSpeed(0.4)
                .population("source", new SpikeSource(), Positions.uniform(1, 2, 0, 1, random))
                .population("cells", Lif.of(10, 5).withRefractory(refractory), Positions.uniform(3, 2, 0, 1, random))
                .override("cells", NeuronParameter.TAU_MEM, 10, 8, 6)
                .override("cells", NeuronParameter.TAU_SYN, 5, 8, 9)
                .override("cells", NeuronParameter.BIAS, 0.4, 1.1, 0.2)
                .override("cells", NeuronParameter.V_RESET, 0, -0.3, 0.1)
                .override("cells", NeuronParameter.V_INITIAL, 0.2, -0.3, 0.5)
                .connect(
                        "source",
                        "cells",
                        ConnectionRules.allToAll(),
                        Distribution.uniform(1.5, 3),
                        Delays.spatial(0.2),
                        random)
                .connect(
                        "cells",
                        "cells",
                        ConnectionRules.allToAll(),
                        Distribution.normal(-0.1, 0.7),
                        Delays.spatial(0.6),
                        random)
                .connect(
                        "cells",
                        "cells",
                        ConnectionRules.fixedTotalNumber(2),
                        Distribution.normal(0, 0.5),
                        Delays.constant(0.3),
                        random)
                .build();
        double[] at = random.doubles(4, 0, 12).toArray();
        return Trial.of(network, SpikeTrains.of(new int[4], at), 20);
    }
}
