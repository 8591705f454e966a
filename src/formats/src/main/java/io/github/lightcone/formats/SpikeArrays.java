package io.github.lightcone.formats;

import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The spikes of several examples as named arrays.
 *
 * <pre>
 *     time      of each spike, ms
 *     neuron    its number in the network
 *     example   which example it belongs to, from 0
 *     examples  one integer: how many there are, those without a spike included
 * </pre>
 */
public final class SpikeArrays {

    private static final String TIME = "time";
    private static final String NEURON = "neuron";
    private static final String EXAMPLE = "example";
    private static final String EXAMPLES = "examples";

    private static final int MOST_EXAMPLES = 10_000_000;

    private SpikeArrays() {}

    /** Writes spikes, example by example. */
    public static void write(List<SpikeTrains> examples, ArrayWriter out) throws IOException {
        int size =
                Math.toIntExact(examples.stream().mapToLong(SpikeTrains::size).sum());
        double[] time = new double[size];
        int[] neuron = new int[size];
        int[] example = new int[size];
        int place = 0;
        for (int e = 0; e < examples.size(); e++) {
            SpikeTrains trains = examples.get(e);
            for (int k = 0; k < trains.size(); k++, place++) {
                time[place] = trains.time(k);
                neuron[place] = trains.neuron(k);
                example[place] = e;
            }
        }
        out.doubles(TIME, time, size);
        out.ints(NEURON, neuron);
        out.ints(EXAMPLE, example);
        out.ints(EXAMPLES, new int[] {examples.size()});
    }

    /**
     * Reads spikes that stand in any order.
     *
     * @throws FormatException if an array is missing, unknown or of another shape, or a time, neuron or example out of
     *     its range
     */
    public static List<SpikeTrains> read(ArrayReader in) throws IOException {
        in.requireNames(Set.of(TIME, NEURON, EXAMPLE, EXAMPLES));
        int size = in.length(TIME);
        double[] time = in.doubles(TIME, size);
        int[] neuron = in.ints(NEURON, size);
        int[] example = in.ints(EXAMPLE, size);
        int count = in.ints(EXAMPLES, 1)[0];
        // An example without a spike takes a few bytes here and none in the file.
        if (count < 0 || count > MOST_EXAMPLES) {
            throw FormatException.inFile(
                    in.file(), EXAMPLES + "[0] = " + count + ", must be from 0 to " + MOST_EXAMPLES);
        }
        List<SpikeTrains.Builder> builders = new ArrayList<>();
        for (int e = 0; e < count; e++) {
            builders.add(null);
        }
        for (int k = 0; k < size; k++) {
            check(in, k, NEURON, neuron[k], Integer.MAX_VALUE);
            check(in, k, EXAMPLE, example[k], count - 1);
            if (!(time[k] >= 0 && time[k] < Double.POSITIVE_INFINITY)) {
                throw FormatException.inFile(
                        in.file(), TIME + "[" + k + "] = " + time[k] + ", must be finite and at least 0");
            }
            if (builders.get(example[k]) == null) {
                builders.set(example[k], SpikeTrains.builder());
            }
            builders.get(example[k]).add(neuron[k], time[k]);
        }
        return builders.stream()
                .map(builder -> builder == null ? SpikeTrains.none() : builder.build())
                .toList();
    }

    private static void check(ArrayReader in, int k, String name, int value, int greatest) throws FormatException {
        if (value < 0 || value > greatest) {
            throw FormatException.inFile(
                    in.file(), name + "[" + k + "] = " + value + ", must be from 0 to " + greatest);
        }
    }
}
