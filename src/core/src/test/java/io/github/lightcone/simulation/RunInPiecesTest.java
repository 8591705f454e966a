package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.adjoint.Adjoint;
import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.adjoint.LossSeeds;
import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.Synapses;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in pieces against one without a pause, to the last bit, on random networks of every kind. */
class RunInPiecesTest {

    private static final double[] WIDTHS = {0.01, 0.07, 0.3, 1, 4, Double.NaN};
    private static final int SEEDS = 230;

    @TempDir
    private Path folder;

    /** A random network with input, what is observed, and the run without a pause; each simulator on threads of its own. */
    private static final class Case {
        final String name;
        final RandomGenerator random;
        final Network network;
        final CompiledNetwork compiled;
        final double end;
        final SpikeTrains input;
        final boolean inLanes;
        final boolean margins;
        final boolean stream;
        final boolean record;
        final double width;
        final StateRecorder recorder;
        final Simulator simulator;
        Tape expected;

        Case(int seed) {
            name = "seed " + seed;
            random = new SplittableRandom(seed);
            network = EnginesAgreeTest.network(random);
            width = WIDTHS[seed % WIDTHS.length];
            inLanes = random.nextInt(3) == 0 && !(width < 0.1); // many slices are slow on threads
            compiled = compile();
            end = 20 + 60 * random.nextDouble();
            input = coincident(EnginesAgreeTest.input(network, end, random), end, random);
            margins = random.nextBoolean();
            stream = random.nextBoolean();
            record = random.nextInt(3) == 0;
            recorder = recorder();
            simulator = simulator(recorder);
        }

        /** Compiles most networks to doubles, some to 12 bytes per synapse in up to three parts. */
        private CompiledNetwork compile() {
            return inLanes && random.nextBoolean()
                    ? CompiledNetwork.compact(network, BuildOptions.defaults().withParts(1 + random.nextInt(3)))
                    : CompiledNetwork.of(network);
        }

        /** Adds spikes at whole times and together with others. */
        private static SpikeTrains coincident(SpikeTrains input, double end, RandomGenerator random) {
            SpikeTrains.Builder more = SpikeTrains.builder();
            for (int k = 0; k < 20; k++) {
                double t = input.size() > 0 && random.nextBoolean()
                        ? input.time(random.nextInt(input.size()))
                        : random.nextInt((int) end + 1);
                more.add(random.nextInt(5), t);
            }
            return input.and(more.build());
        }

        StateRecorder recorder() {
            int first = network.population("cells").firstNeuron();
            return record
                    ? new StateRecorder(new int[] {first, first + 1}, new double[] {0, 3, 7.5, 7.5, end / 2, end})
                    : StateRecorder.NOTHING;
        }

        Simulator simulator(StateRecorder into) {
            List<Readout> readouts = new ArrayList<>();
            int first = network.population("out").firstNeuron();
            readouts.add(Readout.integral(first));
            readouts.add(Readout.weighted(first + 1, 30));
            if (!inLanes) {
                readouts.add(Readout.maximum(first));
                readouts.add(Readout.maximum(first + 1));
            }
            readouts.add(Readout.weighted(network.population("cells").firstNeuron(), 20));
            return new Simulator(compiled, readouts)
                    .trackMargins(margins)
                    .alwaysStream(stream)
                    .threads(inLanes ? 1 + random.nextInt(3) : 1, 0)
                    .sliceWidth(width)
                    .spikeLimit(1500)
                    .record(into);
        }

        /** Returns whether the network does not run away. */
        boolean run() {
            try {
                expected = simulator.run(input, end).copy();
                return true;
            } catch (SpikeLimitException e) {
                return false;
            }
        }

        /** Returns pauses up to the end: anywhere, between slices, at spikes and at arrivals, some twice. */
        double[] pauses() {
            Synapses rows = compiled.parts(compiled.partCount()).part(0);
            double slice = simulator.statistics().sliceWidth();
            double[] pauses = new double[1 + random.nextInt(20)];
            for (int k = 0; k < pauses.length; k++) {
                double t = end * random.nextDouble();
                int kind = random.nextInt(7);
                if (kind == 0) {
                    t = Math.floor(t / slice) * slice;
                } else if (kind <= 2 && expected.spikeCount() > 0) {
                    int spike = random.nextInt(expected.spikeCount());
                    t = expected.time(spike);
                    int row = rows.rowStart(expected.neuron(spike));
                    int slots = rows.rowEnd(expected.neuron(spike)) - row;
                    if (kind == 2 && slots > 0) {
                        t += rows.delay(expected.neuron(spike), row + random.nextInt(slots));
                    }
                } else if (kind == 3) {
                    t = random.nextInt((int) end + 1);
                } else if (kind == 4 && k > 0) {
                    t = pauses[k - 1];
                } else if (kind == 5) {
                    t = random.nextBoolean() ? 0 : end;
                }
                pauses[k] = Math.min(t, end);
            }
            Arrays.sort(pauses);
            return pauses;
        }

        /** Injects what lies before the next pause, the last first, and half of what lies at it. */
        int inject(Simulation run, int from, double next) {
            int to = from;
            while (to < input.size() && (input.time(to) < next || (input.time(to) == next && random.nextBoolean()))) {
                to++;
            }
            if (random.nextBoolean()) {
                for (int k = to - 1; k >= from; k--) {
                    run.inject(input.neuron(k), input.time(k));
                }
            } else {
                SpikeTrains.Builder some = SpikeTrains.builder();
                for (int k = to - 1; k >= from; k--) {
                    some.add(input.neuron(k), input.time(k));
                }
                run.inject(some.build());
            }
            return to;
        }

        void assertEnded(Simulation run, StateRecorder into) {
            SameBits.ofTapes(name, network.neuronCount(), expected, run.tape());
            SameBits.ofStatistics(name, simulator.statistics(), run.statistics());
            SameBits.ofRecorders(name, recorder, into);
        }
    }

    @Test
    void inputGivenAsLateAsPossible() {
        int compared = 0;
        int ring = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Case each = new Case(seed);
            if (!each.run()) {
                continue;
            }
            StateRecorder recorder = each.recorder();
            Simulation run = each.simulator(recorder).start();
            int given = 0;
            for (double pause : each.pauses()) {
                given = each.inject(run, given, pause);
                run.runTo(pause);
            }
            each.inject(run, given, Double.POSITIVE_INFINITY);
            run.runTo(each.end);
            each.assertEnded(run, recorder);
            Simulation whole = each.simulator(each.recorder()).start(each.input);
            whole.runTo(each.end);
            SameBits.ofStates(each.name, each.compiled, whole, run);
            compared++;
            ring += run.statistics().delivery().equals("ring") ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(200);
        assertThat(ring).isBetween(30, compared - 30);
    }

    @Test
    void pauseIsTheEndOfAShorterRun() {
        for (int seed = 1000; seed < 1000 + SEEDS / 2; seed++) {
            Case each = new Case(seed);
            if (!each.run()) {
                continue;
            }
            Simulation run = each.simulator(StateRecorder.NOTHING).start(each.input);
            Simulator shorter = each.simulator(StateRecorder.NOTHING);
            for (double pause : each.pauses()) {
                run.runTo(pause);
                assertThat(run.now()).isEqualTo(pause);
                SpikeTrains.Builder before = SpikeTrains.builder();
                for (int k = 0; k < each.input.size() && each.input.time(k) <= pause; k++) {
                    before.add(each.input.neuron(k), each.input.time(k));
                }
                Tape expected = shorter.run(before.build(), pause);
                SameBits.ofTapes(each.name + " at " + pause, each.network.neuronCount(), expected, run.tape());
                SameBits.ofStatistics(each.name, shorter.statistics(), run.statistics());
            }
        }
    }

    @Test
    void savedAndRestoredTwice() throws IOException {
        int compared = 0;
        for (int seed = 2000; seed < 2000 + SEEDS; seed++) {
            Case each = new Case(seed);
            if (!each.run()) {
                continue;
            }
            Path file = folder.resolve("run");
            Simulation run = each.simulator(each.recorder()).start();
            double[] pauses = each.pauses();
            int stop = each.random.nextInt(pauses.length);
            int given = 0;
            for (int k = 0; k <= stop; k++) {
                given = each.inject(run, given, pauses[k]);
                run.runTo(pauses[k]);
            }
            // Some input is given before the run is saved, some of it acts only afterwards.
            given = each.inject(run, given, (pauses[stop] + each.end) / 2);
            run.save(file, each.name.getBytes(StandardCharsets.UTF_8));
            for (int time = 0; time < 2; time++) {
                StateRecorder recorder = each.recorder();
                Simulation restored = each.simulator(recorder).restore(file);
                assertThat(restored.now()).isEqualTo(pauses[stop]);
                assertThat(new String(restored.attachment(), StandardCharsets.UTF_8))
                        .isEqualTo(each.name);
                int givenAgain = given;
                for (int k = stop + 1; k < pauses.length; k++) {
                    givenAgain = each.inject(restored, givenAgain, pauses[k]);
                    restored.runTo(pauses[k]);
                }
                each.inject(restored, givenAgain, Double.POSITIVE_INFINITY);
                restored.runTo(each.end);
                each.assertEnded(restored, recorder);
            }
            // Having been saved changes nothing.
            each.inject(run, given, Double.POSITIVE_INFINITY);
            run.runTo(each.end);
            SameBits.ofTapes(each.name, each.network.neuronCount(), each.expected, run.tape());
            compared++;
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void restoredStateIsTheOneSaved() throws IOException {
        for (int seed = 3000; seed < 3040; seed++) {
            Case each = new Case(seed);
            if (!each.run()) {
                continue;
            }
            Simulation run = each.simulator(each.recorder()).start(each.input);
            for (double pause : each.pauses()) {
                run.runTo(pause);
                run.save(folder.resolve("run"));
                Simulation restored = each.simulator(each.recorder()).restore(folder.resolve("run"));
                SameBits.ofStates(each.name, each.compiled, run, restored);
                SameBits.ofTapes(each.name, each.network.neuronCount(), run.tape(), restored.tape());
                SameBits.ofStatistics(each.name, run.statistics(), restored.statistics());
            }
        }
    }

    /** Anything but the times of arrivals, where the recorder looks after them and the pause before. */
    @Test
    void statesAgainstARecorder() {
        int compared = 0;
        for (int seed = 4000; seed < 4000 + SEEDS / 2; seed++) {
            Case each = new Case(seed);
            if (!each.run()) {
                continue;
            }
            double[] pauses = each.random.doubles(10, 0, each.end).sorted().toArray();
            int[] neurons = java.util.stream.IntStream.range(5, each.network.neuronCount())
                    .toArray();
            StateRecorder recorder = new StateRecorder(neurons, pauses);
            Tape recorded = each.simulator(recorder).run(each.input, each.end);
            Simulation run = each.simulator(StateRecorder.NOTHING).start(each.input);
            for (int sample = 0; sample < pauses.length; sample++) {
                run.runTo(pauses[sample]);
                if (!isClose(recorded, run.tape())) {
                    break; // recording rounds differently, and the network makes much of it
                }
                for (int row = 0; row < neurons.length; row++) {
                    double v = recorder.voltage(row, sample);
                    double i = recorder.current(row, sample);
                    double scale = Math.max(1, Math.abs(v) + Math.abs(i));
                    assertThat(run.voltage(neurons[row])).as(each.name).isCloseTo(v, within(1e-12 * scale));
                    assertThat(run.current(neurons[row])).as(each.name).isCloseTo(i, within(1e-12 * scale));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    private static boolean isClose(Tape whole, Tape piece) {
        for (int k = 0; k < piece.spikeCount(); k++) {
            if (!(Math.abs(whole.time(k) - piece.time(k)) < 1e-13)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void gradientOfARunInPieces() {
        for (int seed = 5000; seed < 5040; seed++) {
            Case each = new Case(seed);
            if (each.compiled.isCompact() || !each.run()) {
                continue;
            }
            Simulator simulator = each.simulator(each.recorder());
            Simulation run = simulator.start(each.input);
            for (double pause : each.pauses()) {
                run.runTo(pause);
            }
            run.runTo(each.end);
            SameBits.ofTapes(each.name, each.network.neuronCount(), each.expected, run.tape());
            Gradients expected = gradients(each, simulator, each.expected);
            Gradients actual = gradients(each, simulator, run.tape());
            assertThat(actual.weight()).isEqualTo(expected.weight());
            assertThat(actual.delay()).isEqualTo(expected.delay());
            assertThat(actual.tauMem()).isEqualTo(expected.tauMem());
        }
    }

    private static Gradients gradients(Case each, Simulator simulator, Tape tape) {
        LossSeeds seeds = new LossSeeds().reset(tape);
        Loss.spikeTimes(1).plus(Loss.readouts(1)).seed(tape, seeds);
        Gradients gradients = new Gradients(each.network);
        new Adjoint(simulator, true).run(tape, seeds, gradients);
        return gradients;
    }
}
