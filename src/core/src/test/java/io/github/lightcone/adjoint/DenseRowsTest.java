package io.github.lightcone.adjoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.NeuronParameter;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.DelayFactors;
import io.github.lightcone.simulation.Readout;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that go to all neurons of a range are read beside arrays of neurons, and give what single arrivals give. */
class DenseRowsTest {

    private static final int INPUTS = 3;
    private static final int CELLS = 24;
    private static final int OUTPUTS = 4;
    private static final int FIRST_OUTPUT = INPUTS + CELLS;
    private static final double TOLERANCE = 1e-11;

    /** Few spikes in 250 time constants of the current and many; the common time of the exponentials moves. */
    @ParameterizedTest(name = "bias up to {0}, refractory {1} ms, delays {2}, end {3} ms")
    @CsvSource({
        "0.2, 0, SPATIAL, 300",
        "0.2, 2, SPATIAL, 300",
        "1.5, 0, SPATIAL, 300",
        "1.5, 3, SPATIAL, 300",
        "0.2, 2, CONSTANT, 300",
        "1.5, 0, CONSTANT, 300",
        "1.5, 3, CONSTANT, 300",
        "0.5, 1, NONE, 300",
        "1.3, 0, NONE, 300",
        "0.5, 1, WIDE, 300",
        "1.3, 20, WIDE, 300",
        "0.5, 1, SPATIAL, 2600",
        "1.1, 0, WIDE, 2600",
        "1.1, 4, CONSTANT, 2600"
    })
    void agreeWithSingleArrivals(double bias, double refractory, DelayKind delays, double end) {
        for (long seed = 0; seed < 3; seed++) {
            Trial trial = trial(bias, refractory, delays, ConnectionRules.allToAll(), end, seed);
            assertThat(trial.run().spikeCount()).isGreaterThan(40);
            ReadingsAgreeTest.assertSame(trial, ReadingsAgreeTest.both(seed), TOLERANCE);
            ReadingsAgreeTest.assertSame(trial, Loss.spikeTimes(seed), TOLERANCE);
        }
    }

    /** Where weights alone are asked for, rows of one delay add to their gradients at once. */
    @ParameterizedTest(name = "delays {0}, end {1} ms")
    @CsvSource({"CONSTANT, 300", "NONE, 300", "CONSTANT, 2600", "SPATIAL, 300"})
    void weightsAloneAreTheSame(DelayKind delays, double end) {
        Trial trial = trial(0.8, 1, delays, ConnectionRules.allToAll(), end, 5);
        Trial.Pass all = trial.differentiate(ReadingsAgreeTest.both(5));
        Gradients some = Gradients.withoutDelays(trial.network());
        Adjoint adjoint = new Adjoint(all.simulator()).sourceTimes(false);
        adjoint.run(all.tape(), all.seeds(), some);
        Agreement agreement = Agreement.of("adjoint, weights alone", TOLERANCE, 1);
        double[] weight = all.gradients().weight();
        ReadingsAgreeTest.compare(agreement, "weight", weight.length, k -> some.weight()[k], k -> weight[k]);
        agreement.check();
        for (int k = 0; k < all.tape().spikeCount(); k++) {
            if (all.tape().neuron(k) >= INPUTS) {
                assertThat(adjoint.spikeGradient(k)).isCloseTo(all.adjoint().spikeGradient(k), within(1e-9));
            } else if (delays != DelayKind.SPATIAL) {
                assertThat(adjoint.spikeGradient(k)).isNotEqualTo(all.adjoint().spikeGradient(k));
            }
        }
    }

    /** Of rows with holes some are dense all the same. */
    @ParameterizedTest(name = "probability of a synapse {0}")
    @ValueSource(doubles = {0.97, 0.88, 0.75, 0.5})
    void partlyDenseRows(double probability) {
        int dense = 0;
        int sparse = 0;
        for (long seed = 0; seed < 4; seed++) {
            ConnectionRule rule = ConnectionRules.pairwiseBernoulli(probability);
            Trial trial = trial(0.8, 1, DelayKind.SPATIAL, rule, 300, seed);
            DelayFactors factors = CompiledNetwork.of(trial.network()).delayFactors();
            for (int n = 0; n < FIRST_OUTPUT; n++) {
                dense += factors.isDense(n) ? 1 : 0;
                sparse += factors.isDense(n) ? 0 : 1;
            }
            ReadingsAgreeTest.assertSame(trial, ReadingsAgreeTest.both(seed), TOLERANCE);
        }
        assertThat(probability > 0.8 ? dense : sparse).isGreaterThan(10);
        assertThat(dense > 0 || probability < 0.6).isTrue();
    }

    @Test
    void newDelaysAndWeightsAreTaken() {
        Trial trial = trial(0.5, 1, DelayKind.SPATIAL, ConnectionRules.allToAll(), 200, 1);
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        DelayFactors factors = compiled.delayFactors();
        Parameters parameters = trial.network().parameters();
        parameters.weight()[5] += 1;
        parameters.delay()[5] += 7;
        compiled.update(parameters);
        assertThat(compiled.delayFactors()).isSameAs(factors);
        int place = trial.network().target(5) - INPUTS;
        int source = trial.network().source(5);
        assertThat(factors.synapse(source)[place]).isEqualTo(5);
        assertThat(factors.weight(source)[place]).isEqualTo(parameters.weight()[5]);
        assertThat(factors.delay(source)[place]).isEqualTo(compiled.totalDelay(5));
        assertThat(factors.longestDelay(source)).isGreaterThanOrEqualTo(7);
    }

    /** Arrivals at a crossing or a release, one bit before and one after, beside others without any near. */
    @ParameterizedTest(name = "refractory {0} ms, {1} bits off")
    @CsvSource({"0, 0", "0, -1", "0, 1", "2, 0", "2, -1", "2, 1"})
    void knotsJustInsideAndOutsideTheReach(double refractory, int bits) {
        double probe = 3;
        Network quiet = probed(refractory, new double[CELLS]);
        SpikeTrains input = SpikeTrains.builder().add(0, probe).build();
        Tape tape = Trial.of(quiet, input, 60).run();
        double[] delay = new double[CELLS];
        int exact = 0;
        for (int i = 0; i < CELLS; i++) {
            double knot = tape.time(tape.firstSpike(1 + i)) + (i % 2 == 0 ? 0 : refractory);
            delay[i] = knot - probe;
            for (int k = 0; k < Math.abs(bits); k++) {
                delay[i] = bits < 0 ? Math.nextDown(delay[i]) : Math.nextUp(delay[i]);
            }
            exact += probe + delay[i] == knot ? 1 : 0;
        }
        assertThat(bits != 0 || exact > 4).isTrue();
        Trial trial = Trial.of(probed(refractory, delay), input, 60);
        ReadingsAgreeTest.assertSame(trial, Loss.spikeTimes(3), TOLERANCE);
    }

    /** A source that reaches all cells with weight 0: it changes nothing, but the gradient is read. */
    private static Network probed(double refractory, double[] delay) {
        int[] source = new int[CELLS];
        int[] target = new int[CELLS];
        double[] bias = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            target[i] = i;
            bias[i] = i % 5 == 0 ? 2 + 0.01 * i : 1.1 + 0.01 * i;
        }
        return Network.inDimensions(1)
                .population("probe", new SpikeSource(), 1)
                .population("cells", Lif.of(10, 5).withRefractory(refractory), CELLS)
                .override("cells", NeuronParameter.BIAS, bias)
                .synapses("probe", "cells", false, source, target, new double[CELLS], delay)
                .build();
    }

    /** How the delays of a network are made. */
    enum DelayKind {
        /** From positions. */
        SPATIAL,
        /** One per projection. */
        CONSTANT,
        /** None at all. */
        NONE,
        /** Up to several intervals between spikes. */
        WIDE;

        Delays of(double size) {
            return switch (this) {
                case SPATIAL -> Delays.spatial();
                case CONSTANT -> Delays.constant(size);
                case NONE -> Delays.none();
                case WIDE -> Delays.given(Distribution.uniform(0, 60));
            };
        }
    }

    private static Trial trial(
            double bias, double refractory, DelayKind delays, ConnectionRule rule, double end, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = Network.inDimensions(2)
                .population("in", new SpikeSource(), Positions.uniform(INPUTS, 2, 0, 10, random))
                .population(
                        "cells",
                        Lif.of(20, 5).withRefractory(refractory).withReset(-0.1),
                        Positions.uniform(CELLS, 2, 0, 10, random))
                .population("out", LeakyIntegrator.of(20, 5), Positions.uniform(OUTPUTS, 2, 0, 10, random))
                .override(
                        "cells",
                        NeuronParameter.BIAS,
                        random.doubles(CELLS, 0, bias).toArray());
        Network network = builder.connect("in", "cells", rule, Distribution.normal(1, 0.7), delays.of(1), random)
                .connect("cells", "cells", rule, Distribution.normal(0, 0.1), delays.of(2.5), random)
                .connect("cells", "out", rule, Distribution.normal(0, 0.3), delays.of(2.5), random)
                .build();
        SpikeTrains.Builder input = SpikeTrains.builder();
        for (int k = 0; k < 40; k++) {
            input.add(random.nextInt(INPUTS), end * random.nextDouble());
        }
        List<Readout> readouts = new ArrayList<>();
        readouts.add(Readout.integral(FIRST_OUTPUT));
        readouts.add(Readout.weighted(FIRST_OUTPUT + 1, 50));
        readouts.add(Readout.weighted(FIRST_OUTPUT + 2, 100));
        readouts.add(Readout.maximum(FIRST_OUTPUT + 2));
        readouts.add(Readout.maximum(FIRST_OUTPUT + 3));
        readouts.add(Readout.weighted(INPUTS + 1, 70));
        return new Trial(network, readouts, input.build(), end);
    }
}
