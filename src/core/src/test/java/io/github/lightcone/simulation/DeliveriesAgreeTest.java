package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.BuildOptions;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.NetworkBuilder;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ring, with its blocks, and streaming on one to three threads, against the heap of in-flight spikes;
 * one simulator each, kept through ever other numbers, ends and inputs.
 */
class DeliveriesAgreeTest {

    private static final int SOURCES = 6;
    private static final int CELLS = 12;
    private static final int OUTPUTS = 3;
    private static final double WIDTH = 0.5;

    /** How rows are laid out. */
    private enum Rows {
        /** Every row arrives at once: without delay, or after the same delay everywhere. */
        COMMON(0),
        /** Every row arrives at once, each after a delay of its own. */
        AXONAL(1),
        /** Most synapses of a row arrive at once, the others whenever. */
        PARTLY(2),
        /** Rows with gaps, at any time. */
        SPARSE(3);

        private final int seed;

        Rows(int seed) {
            this.seed = seed;
        }
    }

    /** A network and the simulators that have been kept since the first run. */
    private static final class Kept {

        private final Network network;
        private final CompiledNetwork compiled;
        private final List<Readout> readouts;
        private final List<Simulator> simulators = new ArrayList<>();
        private int spikes;
        private int rings;

        Kept(Network network, double width) {
            this.network = network;
            compiled = CompiledNetwork.of(network);
            readouts = EnginesAgreeTest.readouts(network);
            simulators.add(new Simulator(compiled, readouts).sliceWidth(width));
            for (int threads = 1; threads <= 3; threads++) {
                simulators.add(new Simulator(compiled, readouts)
                        .sliceWidth(width)
                        .alwaysStream(true)
                        .threads(threads));
            }
        }

        void run(String what, SpikeTrains input, double end) {
            Tape expected = new ReferenceSimulator(compiled, readouts).run(input, end);
            spikes += expected.spikeCount() - input.size();
            for (int k = 0; k < simulators.size(); k++) {
                Tape actual = simulators.get(k).run(input, end);
                EnginesAgreeTest.assertSame(what + ", end " + end + ", simulator " + k, network, expected, actual);
                rings += simulators.get(k).statistics().delivery().equals("ring") ? 1 : 0;
            }
        }
    }

    private static Network network(Rows rows, double delay, double tauSyn, RandomGenerator random) {
        var builder = Network.inDimensions(1)
                .population("in", new SpikeSource(), SOURCES)
                .population("cells", Lif.of(10, tauSyn).withRefractory(delay > 1 ? 1.5 : 0), CELLS)
                .population("out", LeakyIntegrator.of(10, tauSyn), OUTPUTS);
        double scale = 10 / tauSyn;
        Distribution strong = Distribution.normal(0.5 * scale, 0.5 * scale);
        Distribution weak = Distribution.normal(-0.05 * scale, 0.2 * scale);
        var all = ConnectionRules.allToAll();
        switch (rows) {
            case COMMON ->
                builder.connect("in", "cells", all, strong, Delays.none(), random)
                        .connect("cells", "cells", all, weak, Delays.constant(delay), random)
                        .connect("cells", "out", all, weak, Delays.constant(delay), random);
            case AXONAL -> axonal(builder, delay, strong, weak, random);
            case PARTLY ->
                builder.connect("in", "cells", all, strong, Delays.constant(delay), random)
                        .connect("cells", "cells", all, weak, Delays.constant(delay), random)
                        .connect(
                                "cells",
                                "out",
                                all,
                                weak,
                                Delays.given(Distribution.uniform(0, 2 * delay + 1)),
                                random);
            case SPARSE -> {
                Delays given = Delays.given(Distribution.uniform(0, 2 * delay));
                builder.connect("in", "cells", ConnectionRules.pairwiseBernoulli(0.6), strong, given, random)
                        .connect("cells", "cells", ConnectionRules.pairwiseBernoulli(0.4), weak, given, random)
                        .connect("cells", "out", ConnectionRules.pairwiseBernoulli(0.7), weak, given, random);
            }
        }
        return builder.build();
    }

    /** Rows onto neighbouring targets, each row with one delay. */
    private static void axonal(
            NetworkBuilder builder, double delay, Distribution strong, Distribution weak, RandomGenerator random) {
        double[] ofSource =
                random.doubles(SOURCES + CELLS, delay, 2 * delay + 1e-3).toArray();
        connectAll(builder, "in", SOURCES, 0, "cells", CELLS, ofSource, strong, random);
        connectAll(builder, "cells", CELLS, SOURCES, "cells", CELLS, ofSource, weak, random);
        connectAll(builder, "cells", CELLS, SOURCES, "out", OUTPUTS, ofSource, weak, random);
    }

    private static void connectAll(
            NetworkBuilder builder,
            String from,
            int sources,
            int first,
            String to,
            int targets,
            double[] ofSource,
            Distribution weights,
            RandomGenerator random) {
        int[] source = new int[sources * targets];
        int[] target = new int[source.length];
        double[] weight = new double[source.length];
        double[] delay = new double[source.length];
        for (int s = 0; s < source.length; s++) {
            source[s] = s / targets;
            target[s] = s % targets;
            weight[s] = weights.sample(random);
            delay[s] = ofSource[first + source[s]];
        }
        builder.synapses(from, to, false, source, target, weight, delay);
    }

    /** Spikes anywhere, at boundaries of slices, next to them, several at one time, and at the very end. */
    private static SpikeTrains input(double end, RandomGenerator random) {
        SpikeTrains.Builder builder = SpikeTrains.builder();
        for (int k = 0; k < 4 + end; k++) {
            double t = end * random.nextDouble();
            double boundary = Math.min(end, WIDTH * Math.rint(t / WIDTH));
            double[] times = {t, boundary, Math.nextDown(boundary), Math.nextUp(boundary)};
            builder.add(random.nextInt(SOURCES), Math.min(end, Math.max(0, times[random.nextInt(4)])));
        }
        builder.add(0, 0);
        builder.add(1, end).add(2, end);
        return builder.build();
    }

    private static int blocks(CompiledNetwork compiled) {
        int blocks = 0;
        for (int n = 0; n < SOURCES + CELLS; n++) {
            blocks += compiled.synapseFactors().isBlock(n) ? 1 : 0;
        }
        return blocks;
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void oneSimulatorThroughManyRuns(Rows rows) {
        SplittableRandom random = new SplittableRandom(rows.seed);
        int spikes = 0;
        for (int trial = 0; trial < 6; trial++) {
            double delay = new double[] {0, 0.2, 0.5, 3, 0.5, 7.3}[trial];
            Kept kept = new Kept(network(rows, delay, 5, random), WIDTH);
            int blocks = blocks(kept.compiled);
            switch (rows) {
                case COMMON, AXONAL -> assertThat(blocks).isEqualTo(SOURCES + CELLS);
                case PARTLY -> assertThat(blocks).isEqualTo(SOURCES);
                case SPARSE -> assertThat(blocks).isZero();
            }
            double[] ends = {
                20, 0, 0.3, 30, 0.5, Math.nextUp(0.5), Math.nextDown(0.5), 15, 15.25, Math.nextUp(15.0), 14.75, 40
            };
            for (double end : ends) {
                kept.run(rows + " " + trial, input(end, random), end);
            }
            assertThat(kept.rings).isEqualTo(ends.length);
            spikes += kept.spikes;
        }
        assertThat(spikes).isGreaterThan(500);
    }

    /** Longer delays than before, shorter ones, other rates, time constants of their own and back again. */
    @ParameterizedTest
    @EnumSource(Rows.class)
    void oneSimulatorThroughOtherNumbers(Rows rows) {
        SplittableRandom random = new SplittableRandom(100 + rows.seed);
        Kept kept = new Kept(network(rows, 0.5, 5, random), WIDTH);
        Parameters parameters = kept.network.parameters();
        double[] stretch = {1, 4, 10, 0.02, 1, 100, 0.01, 1, 1000, 0.001, 1};
        double[] tauSyn = {5, 5, 5, 5, 2, 2, 2, 20, 20, 20, 10};
        for (int k = 0; k < stretch.length; k++) {
            for (int s = 0; s < parameters.delay().length; s++) {
                parameters.delay()[s] *= stretch[k];
                parameters.weight()[s] *= 0.95 + 0.1 * random.nextDouble();
            }
            for (int n = SOURCES; n < parameters.tauSyn().length; n++) {
                parameters.tauSyn()[n] = tauSyn[k];
            }
            if (k % 4 == 3) {
                parameters.tauSyn()[SOURCES + 1] += 0.5;
            }
            kept.compiled.update(parameters);
            kept.run(rows + " update " + k, input(25, random), 25);
            kept.run(rows + " update " + k, input(12.3, random), 12.3);
        }
        // Neither with time constants of their own, nor with equal ones, nor with delays of thousands of slices.
        assertThat(kept.rings).isBetween(8, 2 * stretch.length - 4);
        assertThat(kept.spikes).isGreaterThan(100);
    }

    /** Thousands of slices, so that the ring and the calendars wrap around. */
    @ParameterizedTest
    @EnumSource(Rows.class)
    void longRuns(Rows rows) {
        SplittableRandom random = new SplittableRandom(200 + rows.seed);
        Network network = network(rows, 2, 5, random);
        Parameters parameters = network.parameters();
        for (int s = 0; s < parameters.weight().length; s++) {
            // Too weak for chaos, which would decide the comparison.
            parameters.weight()[s] *= network.source(s) < SOURCES ? 1.5 : 0.1;
        }
        Kept kept = new Kept(network.with(parameters), WIDTH);
        kept.run(rows + " long", input(300, random), 300);
        assertThat(kept.rings).isOne();
        assertThat(kept.spikes).isGreaterThan(100);
        kept = new Kept(network.with(parameters), 0.03125);
        kept.run(rows + " narrow", input(60, random), 60);
        assertThat(kept.rings).isOne();
    }

    /** Delays of more slices than a ring may have pages are streamed. */
    @Test
    void delaysLongerThanARing() {
        SplittableRandom random = new SplittableRandom(7);
        Kept kept = new Kept(network(Rows.AXONAL, 1_000, 5, random), WIDTH);
        kept.run("long delays", input(30, random), 2_100);
        assertThat(kept.rings).isZero();
        assertThat(kept.simulators.get(0).statistics().delivery()).isEqualTo("streaming");
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void compactSynapses(Rows rows) {
        SplittableRandom random = new SplittableRandom(300 + rows.seed);
        for (double delay : new double[] {0, 0.3, 5}) {
            Network network = rounded(network(rows, delay, 5, random));
            List<Readout> readouts = EnginesAgreeTest.readouts(network);
            for (int parts = 1; parts <= 3; parts++) {
                CompiledNetwork compact =
                        CompiledNetwork.compact(network, BuildOptions.defaults().withParts(parts));
                Simulator simulator = new Simulator(compact, readouts).threads(2);
                for (double end : new double[] {20, 0, 0.25, 31.5, Math.nextUp(31.5)}) {
                    SpikeTrains input = input(end, random);
                    Tape expected = new ReferenceSimulator(CompiledNetwork.of(network), readouts).run(input, end);
                    EnginesAgreeTest.assertSame(
                            rows + " compact, end " + end, network, expected, simulator.run(input, end));
                }
            }
        }
    }

    /** Gives a network weights and delays that are floats. */
    private static Network rounded(Network network) {
        Parameters parameters = network.parameters();
        for (int s = 0; s < network.synapseCount(); s++) {
            parameters.weight()[s] = (float) parameters.weight()[s];
            parameters.delay()[s] = (float) parameters.delay()[s];
        }
        return network.with(parameters);
    }
}
