package io.github.lightcone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.connectivity.NeuronRange;
import io.github.lightcone.connectivity.SynapseTable;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.Flow;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The certificate of a slice against the largest voltage in it. Where that is comes from a walk over the
 * arrivals; how large it is, from the closed form, summed without rounding. The threshold is put just
 * below, and the neuron must be looked at; put it above the documented bound, and it must not.
 */
class CertificateTest {

    /** Threshold below the largest voltage, relative to the numbers involved; the last ones lie above it. */
    private static final double[] BELOW = {1e-3, 1e-6, 1e-9, 1e-12, 0, -1e-11, -1e-6};

    private static final int WITHIN_BOUND = BELOW.length;
    private static final double BIAS = 0.25;

    /** The arrivals of one slice, in order of time, at every neuron alike. */
    private static final class Arrivals {

        private final double[] time;
        private final double[] weight;

        private Arrivals(double[] time, double[] weight) {
            this.time = time;
            this.weight = weight;
        }

        static Arrivals of(double[] time, double[] weight) {
            Integer[] order = IntStream.range(0, time.length).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble(k -> time[k]));
            return new Arrivals(
                    Arrays.stream(order).mapToDouble(k -> time[k]).toArray(),
                    Arrays.stream(order).mapToDouble(k -> weight[k]).toArray());
        }

        int size() {
            return time.length;
        }

        double magnitude() {
            return Arrays.stream(weight).map(Math::abs).sum();
        }
    }

    /** What the certificate decides, and how. */
    private static final class Bench {

        private final double a;
        private final double c;
        private final Parameters parameters;
        private final CompiledNetwork compiled;
        private final Tape tape;
        private int rings;
        private int certified;
        private int found;

        /** All cells receive the same arrivals, if there are as many as this; the last has its own time constants. */
        Bench(double tauMem, double tauSyn, boolean shared, int arrivals) {
            a = 1 / tauMem;
            c = 1 / tauSyn;
            int cells = BELOW.length + 2;
            int[] target = new int[cells * arrivals];
            for (int s = 0; s < target.length; s++) {
                target[s] = s % cells;
            }
            Network network = Network.inDimensions(1)
                    .population("in", new SpikeSource(), 1)
                    .population("cells", Lif.of(tauMem, tauSyn), cells)
                    .synapses("in", "cells", false, new int[target.length], target, new double[target.length], null)
                    .build();
            parameters = network.parameters();
            if (!shared) {
                parameters.tauMem()[cells] *= 1.5;
            }
            compiled = CompiledNetwork.of(network);
            tape = new Tape(cells + 1, 0);
        }

        double response(double x) {
            return a * Exponential.convolution(a, c, x);
        }

        /** Returns v at a time by the closed form: every term rounds, their sum does not. */
        double voltage(double v, double i, Arrivals arrivals, double t) {
            BigDecimal sum = new BigDecimal(v * Exponential.exp(-a * t)).add(new BigDecimal(i * response(t)));
            for (int k = 0; k < arrivals.size() && arrivals.time[k] < t; k++) {
                sum = sum.add(new BigDecimal(arrivals.weight[k] * response(t - arrivals.time[k])));
            }
            return sum.doubleValue();
        }

        /** Returns where v is largest, by walking from arrival to arrival. */
        double timeOfMaximum(double v, double i, Arrivals arrivals, double end) {
            double best = v;
            double bestTime = 0;
            double vNow = v;
            double iNow = i;
            double t = 0;
            for (int k = 0; k <= arrivals.size(); k++) {
                double to = k < arrivals.size() ? arrivals.time[k] : end;
                double s = to - t;
                double peak = Flow.maximumTime(a, c, vNow, iNow, s);
                double vPeak = Flow.voltage(a, c, vNow, iNow, peak);
                if (vPeak > best) {
                    best = vPeak;
                    bestTime = t + peak;
                }
                vNow = Flow.voltage(a, c, vNow, iNow, s);
                iNow = Flow.current(c, iNow, s) + (k < arrivals.size() ? arrivals.weight[k] : 0);
                t = to;
            }
            return bestTime;
        }

        /** The bound as it is documented, and as much again for rounding. */
        double bound(double v, double i, Arrivals arrivals, double h) {
            double excitation = 0;
            for (int k = 0; k < arrivals.size(); k++) {
                excitation += Math.max(0, arrivals.weight[k]) * response(h - arrivals.time[k]);
            }
            double curve = h * h / 8 * (a * (a + c) * Math.abs(i) + a * a * Math.abs(v));
            double rounding = 2 * SliceStates.ROUNDING * (Math.abs(v) + Math.abs(i) + excitation);
            return Math.max(v, v * Exponential.exp(-a * h) + i * response(h)) + curve + excitation + rounding;
        }

        void check(String what, double h, double v, double i, Arrivals arrivals, boolean ring) {
            double maximum = voltage(v, i, arrivals, timeOfMaximum(v, i, arrivals, h));
            double numbers = Math.abs(v) + Math.abs(i) + arrivals.magnitude();
            int cells = BELOW.length + 2;
            double[] threshold = new double[cells];
            for (int k = 0; k < BELOW.length; k++) {
                threshold[k] = maximum - BELOW[k] * numbers + BIAS;
            }
            threshold[WITHIN_BOUND] = bound(v, i, arrivals, h) + 1e-15 * numbers + BIAS;
            threshold[cells - 1] = 10 * numbers + BIAS;
            take(arrivals, threshold);
            Candidates candidates = certify(h, v, i, ring);
            for (int k = 0; k < BELOW.length; k++) {
                if (threshold[k] - BIAS < maximum - 4e-16 * (numbers + BIAS)) {
                    assertThat(candidates.placeOf[1 + k])
                            .as("%s: looked at, with the threshold %s below %s", what, BELOW[k], maximum)
                            .isNotNegative();
                }
                certified += candidates.placeOf[1 + k] < 0 ? 1 : 0;
                checkWalk(what, candidates, 1 + k, BELOW[k], v < threshold[k] - BIAS);
            }
            assertThat(candidates.placeOf[1 + WITHIN_BOUND])
                    .as(what + ": certified")
                    .isNegative();
        }

        /** A crossing of a threshold clearly below the maximum is found, one of a threshold clearly above is not. */
        private void checkWalk(String what, Candidates candidates, int n, double below, boolean startsBelow) {
            int place = candidates.placeOf[n];
            if (place < 0 || !startsBelow) {
                return;
            }
            candidates.walk(place, 0);
            boolean crosses = candidates.crossings.time() < Double.POSITIVE_INFINITY;
            candidates.crossings.predict(n, Double.POSITIVE_INFINITY);
            found += crosses ? 1 : 0;
            if (below >= 1e-9) {
                assertThat(crosses).as("%s: crosses, %s", what, below).isTrue();
            }
            if (below < 0) {
                assertThat(crosses).as("%s: does not cross, %s", what, below).isFalse();
            }
        }

        private void take(Arrivals arrivals, double[] threshold) {
            int cells = threshold.length;
            for (int k = 0; k < arrivals.size(); k++) {
                Arrays.fill(parameters.delay(), k * cells, (k + 1) * cells, arrivals.time[k]);
                Arrays.fill(parameters.weight(), k * cells, (k + 1) * cells, arrivals.weight[k]);
            }
            for (int k = 0; k < cells; k++) {
                parameters.bias()[1 + k] = BIAS;
                parameters.vThreshold()[1 + k] = threshold[k];
                parameters.vReset()[1 + k] = threshold[k] - 1 - Math.abs(threshold[k]);
                parameters.vInitial()[1 + k] = parameters.vReset()[1 + k];
            }
            compiled.update(parameters);
        }

        private Candidates certify(double h, double v, double i, boolean ring) {
            SynapseTable rows = compiled.synapses();
            Slice slice = new Slice();
            SliceStates states = new SliceStates(compiled);
            states.reset();
            Arrays.fill(states.v, v);
            Arrays.fill(states.i, i);
            SliceConstants constants = new SliceConstants(compiled);
            slice.open(0, h, 1e6, constants, constants);
            boolean ringed = ring && RingDelivery.suits(compiled, h);
            rings += ringed ? 1 : 0;
            NeuronRange all = new NeuronRange(0, rows.sourceCount());
            Delivery delivery = ringed ? new RingDelivery(compiled) : new StreamingDelivery(rows, all);
            delivery.reset(h);
            delivery.open(slice);
            delivery.emit(0, 0, 0);
            Candidates candidates =
                    new Candidates(compiled, rows, states, slice, tape, new Observer(compiled, List.of(), tape, false));
            states.certify(0, rows.sourceCount(), slice.constants(), delivery.sums(), candidates);
            candidates.collect(delivery.segments());
            return candidates;
        }
    }

    private enum Pattern {
        SCATTERED,
        EXCITATION_FIRST,
        INHIBITION_FIRST,
        AT_THE_START,
        ALTERNATING
    }

    private static Arrivals arrivals(Pattern pattern, int size, double h, double strength, SplittableRandom random) {
        double[] time = new double[size];
        double[] weight = new double[size];
        for (int k = 0; k < size; k++) {
            boolean excitatory = k % 2 == 0;
            double half = random.nextDouble(0, 0.5 * h);
            time[k] = switch (pattern) {
                case SCATTERED, ALTERNATING -> random.nextDouble(0, h);
                case EXCITATION_FIRST -> excitatory ? half : 0.5 * h + half;
                case INHIBITION_FIRST -> excitatory ? 0.5 * h + half : half;
                case AT_THE_START -> k * 1e-9 * h / size;
            };
            double size1 = strength / size * (pattern == Pattern.ALTERNATING ? 1 : random.nextDouble(0, 2));
            weight[k] = excitatory ? size1 : -size1;
        }
        return Arrivals.of(time, weight);
    }

    /** Voltages and currents of either sign and any size, up to a million times the weights and back. */
    @ParameterizedTest(name = "tauMem {0}, tauSyn {1}, shared {2}")
    @CsvSource({
        "20, 5, true",
        "10, 10, true",
        "10, 10.000000001, true",
        "10, 9.5, true",
        "5, 15, true",
        "30, 0.3, true",
        "0.3, 30, true",
        "20, 5, false",
        "5, 5, false",
        "2, 9, false"
    })
    void noStateAndNoOrderEscapesIt(double tauMem, double tauSyn, boolean shared) {
        SplittableRandom random = new SplittableRandom(Double.doubleToLongBits(tauMem / tauSyn));
        int[] sizes = {0, 1, 2, 9, 60};
        int certified = 0;
        int found = 0;
        for (int size : sizes) {
            Bench bench = new Bench(tauMem, tauSyn, shared, size);
            double widest = SliceWidth.roundDown(SliceWidth.widest(bench.compiled));
            for (int trial = 0; trial < 120; trial++) {
                double h = Math.scalb(widest, -new int[] {0, 0, 1, 3, 10, 24}[trial % 6]);
                double v = sign(random) * Math.pow(10, random.nextDouble(-6, 3));
                double i = sign(random) * Math.pow(10, random.nextDouble(-6, 3));
                if (trial % 5 == 0) {
                    v = i * (1 + 1e-7 * random.nextDouble());
                }
                double strength = Math.pow(10, random.nextDouble(-6, 3));
                Pattern pattern = Pattern.values()[random.nextInt(Pattern.values().length)];
                String what = pattern + " " + size + ", h " + h + ", v " + v + ", i " + i + ", trial " + trial;
                bench.check(what, h, v, i, arrivals(pattern, size, h, strength, random), trial % 2 == 0);
            }
            certified += bench.certified;
            found += bench.found;
        }
        assertThat(certified).isGreaterThan(100);
        assertThat(found).isGreaterThan(100);
    }

    /** As many arrivals as the margin for rounding is said to cover, in slices as narrow as shows it. */
    @ParameterizedTest(name = "h / 2^{0}, {1}, ring {2}")
    @CsvSource({
        "0, EXCITATION_FIRST, true",
        "20, SCATTERED, false",
        "26, EXCITATION_FIRST, true",
        "26, AT_THE_START, false"
    })
    void aHundredThousandArrivals(int narrower, Pattern pattern, boolean ring) {
        SplittableRandom random = new SplittableRandom(narrower);
        Bench bench = new Bench(20, 5, true, 100_000);
        double h = Math.scalb(SliceWidth.roundDown(SliceWidth.widest(bench.compiled)), -narrower);
        double strength = 1 / bench.response(h);
        // The excitation of the slice lifts V from far below to the threshold.
        bench.check(pattern + " from far below", h, -3, -3, arrivals(pattern, 100_000, h, strength, random), ring);
        bench.check(pattern + " from nearby", h, 0.1, 0, arrivals(pattern, 100_000, h, 10, random), ring);
        assertThat(bench.rings).isEqualTo(ring ? 2 : 0);
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
