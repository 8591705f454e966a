package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.fixtures.Agreement;
import io.github.lightcone.fixtures.RandomNetworks;
import io.github.lightcone.fixtures.SmallNetwork;
import io.github.lightcone.fixtures.Trial;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals of voltages, of spiking neurons with resets and holds too. */
class IntegralReadoutTest {

    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(8, 0, 1);

    /** The recorded voltage, summed over Gauss points between all arrivals, spikes and releases. */
    @ParameterizedTest(name = "seed {0}, weight tau {1} ms")
    @CsvSource({"501, 0", "502, 30", "503, 4", "504, 0", "505, 12"})
    void agreesWithQuadratureOfTheRecordedVoltage(long seed, double tau) {
        Trial drawn = RandomNetworks.trial(seed, 2);
        Network network = drawn.network();
        int[] neurons = IntStream.range(0, network.neuronCount())
                .filter(n -> network.populationOf(n).kind().hasState())
                .toArray();
        List<Readout> readouts = new ArrayList<>();
        for (int n : neurons) {
            readouts.add(tau == 0 ? Readout.integral(n) : Readout.weighted(n, tau));
        }
        Trial trial = new Trial(network, readouts, drawn.input(), drawn.end());
        Agreement agreement = Agreement.of("integral, quadrature of recorded voltage", 1e-13, 10);
        for (int row = 0; row < neurons.length; row++) {
            int n = neurons[row];
            double[] pieces = pieces(trial, n);
            StateRecorder recorder = new StateRecorder(new int[] {n}, points(pieces));
            Tape tape = trial.simulator().record(recorder).run(trial.input(), trial.end());
            double sum = 0;
            for (int sample = 0; sample < recorder.sampleCount(); sample++) {
                int piece = sample / GAUSS.getNumberOfPoints();
                double width = pieces[piece + 1] - pieces[piece];
                double weight = tau == 0 ? 1 : Math.exp(-recorder.time(sample) / tau);
                sum += width
                        * GAUSS.getWeight(sample % GAUSS.getNumberOfPoints())
                        * weight
                        * recorder.voltage(0, sample);
            }
            agreement.compare(() -> network.describeNeuron(n), tape.readout(row), sum);
        }
        agreement.check();
    }

    /** Returns the ends of pieces on which V of a neuron is smooth, none longer than 1 ms. */
    private static double[] pieces(Trial trial, int neuron) {
        Tape tape = trial.run();
        CompiledNetwork compiled = CompiledNetwork.of(trial.network());
        TreeSet<Double> ends = new TreeSet<>();
        for (double t = 0; t <= trial.end(); t++) {
            ends.add(t);
        }
        for (int k = 0; k < tape.spikeCount(); k++) {
            if (tape.neuron(k) == neuron) {
                ends.add(tape.time(k));
                ends.add(Math.min(
                        trial.end(), tape.time(k) + compiled.parameters().refractory()[neuron]));
            }
            for (int s = 0; s < trial.network().synapseCount(); s++) {
                if (trial.network().source(s) == tape.neuron(k)
                        && trial.network().target(s) == neuron) {
                    ends.add(Math.min(trial.end(), tape.time(k) + compiled.totalDelay(s)));
                }
            }
        }
        return ends.stream().mapToDouble(t -> t).toArray();
    }

    private static double[] points(double[] pieces) {
        int perPiece = GAUSS.getNumberOfPoints();
        double[] points = new double[perPiece * (pieces.length - 1)];
        for (int k = 0; k < points.length; k++) {
            int piece = k / perPiece;
            points[k] = pieces[piece] + (pieces[piece + 1] - pieces[piece]) * GAUSS.getPoint(k % perPiece);
        }
        return points;
    }

    /** A perfect integrator, nearly: the closed form loses digits as time constants outgrow the run. */
    @ParameterizedTest(name = "tauMem {0} ms")
    @ValueSource(doubles = {1e2, 1e4, 1e6})
    void longMembraneTimeConstants(double tauMem) {
        Trial trial = new SmallNetwork()
                .source()
                .integrator(LeakyIntegrator.of(tauMem, 5))
                .synapse(0, 1, 3, 0)
                .trial(100, 10)
                .reading(Readout.integral(1));
        double s = 90;
        double ofCurrent = 15 * -Math.expm1(-s / 5);
        double voltage = 15 / (tauMem - 5) * (Math.exp(-s / tauMem) - Math.exp(-s / 5));
        // The reference cancels in the same way; relative to the integral the error is that of V tauMem.
        double expected = ofCurrent - tauMem * voltage;
        assertThat(trial.run().readout(0)).isCloseTo(expected, within(1e-13 + 1e-15 * tauMem * voltage * 100));
    }

    @ParameterizedTest(name = "refractory {0} ms")
    @ValueSource(doubles = {0, 0.5, 3, 20})
    void ofANeuronThatFiresRegularly(double refractory) {
        double climb = 10 * Math.log(1.5 / 0.5);
        int spikes = 4;
        double end = spikes * (climb + refractory);
        Lif model = Lif.of(10, 5).withBias(1.5).withReset(0).withRefractory(refractory);
        Trial trial =
                new SmallNetwork().source().cell(model).trial(end * (1 - 1e-12)).reading(Readout.integral(1));
        // tauMem V' = bias - V: each climb from 0 to 1 integrates to bias times its length, less tauMem.
        assertThat(trial.run().readout(0)).isCloseTo(spikes * (1.5 * climb - 10), within(1e-9));
    }
}
