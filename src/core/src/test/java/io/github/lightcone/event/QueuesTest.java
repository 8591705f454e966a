package io.github.lightcone.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every queue through long sequences of random operations, against a plain collection. */
class QueuesTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void crossings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int neurons = 1 + random.nextInt(40);
        CrossingQueue queue = new CrossingQueue(neurons);
        double[] expected = new double[neurons];
        Arrays.fill(expected, Double.POSITIVE_INFINITY);
        for (int operation = 0; operation < 5_000; operation++) {
            if (random.nextInt(1_000) == 0) {
                queue.clear();
                Arrays.fill(expected, Double.POSITIVE_INFINITY);
            }
            int neuron = random.nextInt(neurons);
            // Few different times, so that there are ties; and none at all, now and then.
            expected[neuron] = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(25);
            queue.predict(neuron, expected[neuron]);
            int first = 0;
            for (int n = 1; n < neurons; n++) {
                first = expected[n] < expected[first] ? n : first;
            }
            assertThat(queue.time()).isEqualTo(expected[first]);
            if (expected[first] < Double.POSITIVE_INFINITY) {
                assertThat(queue.neuron()).isEqualTo(first);
            }
        }
    }

    private record Entry(double time, int target, int source, int synapse, int spike, int slot) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7})
    void inFlight(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InFlightQueue queue = new InFlightQueue();
        List<Entry> expected = new ArrayList<>();
        int synapse = 0;
        for (int operation = 0; operation < 4_000; operation++) {
            int kind = random.nextInt(10);
            // A different synapse each time, so that the order is total.
            if (expected.isEmpty() || kind < 5) {
                Entry entry =
                        new Entry(random.nextInt(20), random.nextInt(5), random.nextInt(5), synapse++, operation, kind);
                queue.add(entry.time, entry.target, entry.source, entry.synapse, entry.spike, entry.slot);
                expected.add(entry);
            } else if (kind < 8) {
                Entry first = expected.remove(0);
                double later = first.time + random.nextInt(6);
                Entry moved = new Entry(later, random.nextInt(5), first.source, synapse++, first.spike, first.slot + 1);
                queue.advance(moved.time, moved.target, moved.synapse);
                expected.add(moved);
            } else {
                queue.remove();
                expected.remove(0);
            }
            if (random.nextInt(1_500) == 0) {
                queue.clear();
                expected.clear();
            }
            expected.sort(Comparator.comparingDouble(Entry::time)
                    .thenComparingInt(Entry::target)
                    .thenComparingInt(Entry::source)
                    .thenComparingInt(Entry::synapse));
            assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
            if (expected.isEmpty()) {
                assertThat(queue.time()).isInfinite();
            } else {
                assertThat(queue.time()).isEqualTo(expected.get(0).time);
                assertThat(queue.spike()).isEqualTo(expected.get(0).spike);
                assertThat(queue.slot()).isEqualTo(expected.get(0).slot);
            }
        }
    }

    /** Spikes come out in their slice, or before it if that is far away, and never later. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9, 10})
    void flights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FlightCalendar calendar = new FlightCalendar();
        Map<Integer, Long> expected = new HashMap<>();
        int spike = 0;
        for (long slice = 0; slice < 6_000; slice++) {
            List<Integer> putOff = new ArrayList<>();
            int former = -1;
            calendar.open(slice);
            for (int entry = calendar.take(slice); entry >= 0; entry = calendar.take(slice)) {
                int number = calendar.slot(entry);
                assertThat(calendar.order(entry)).isEqualTo(number).isGreaterThan(former);
                former = number;
                assertThat(calendar.time(entry)).isEqualTo(0.5 * number);
                assertThat(calendar.source(entry)).isEqualTo(number % 7);
                if (expected.get(number) == slice) {
                    expected.remove(number);
                } else {
                    assertThat(expected.get(number)).isGreaterThan(slice);
                    putOff.add(number);
                }
            }
            for (int number : putOff) {
                calendar.add(slice, expected.get(number), 0.5 * number, number % 7, number, number);
            }
            assertThat(expected).doesNotContainValue(slice);
            for (int k = random.nextInt(4); slice < 2_000 && k > 0; k--) {
                long due = slice + 1 + (random.nextInt(4) == 0 ? random.nextInt(3_900) : random.nextInt(20));
                expected.put(spike, due);
                calendar.add(slice, due, 0.5 * spike, spike % 7, spike, spike);
                spike++;
            }
            assertThat(calendar.size()).isEqualTo(expected.size());
        }
        assertThat(expected).isEmpty();
        calendar.add(6_000, 6_001, 1, 1, 1, 1);
        calendar.clear();
        assertThat(calendar.size()).isZero();
        assertThat(calendar.take(6_001)).isEqualTo(-1);
    }

    /** A neuron that is told to wait twice comes out once. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void waitingNeurons(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NeuronCalendar calendar = new NeuronCalendar(20);
        long[] due = new long[20];
        for (long slice = 0; slice < 8_000; slice++) {
            Set<Integer> taken = new HashSet<>();
            for (int neuron = calendar.take(slice); neuron >= 0; neuron = calendar.take(slice)) {
                assertThat(taken.add(neuron)).isTrue();
                assertThat(due[neuron]).isGreaterThanOrEqualTo(slice);
                if (due[neuron] > slice) {
                    calendar.add(slice, due[neuron], neuron);
                }
            }
            for (int n = 0; n < 20; n++) {
                assertThat(due[n] != slice || slice == 0 || taken.contains(n)).isTrue();
                if (due[n] <= slice && random.nextInt(10) == 0) {
                    due[n] = slice + 1 + (random.nextInt(5) == 0 ? random.nextInt(3_000) : random.nextInt(30));
                    calendar.add(slice, due[n], n);
                }
                if (due[n] > slice && random.nextInt(10) == 0) {
                    calendar.add(slice, due[n], n);
                }
            }
        }
    }
}
