package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * N-MNIST: the digits of MNIST before an event camera that moves in three saccades of 100 ms (G. Orchard,
 * A. Jayawant, G. Cohen and N. Thakor, Converting static image datasets to spiking neuromorphic datasets
 * using saccades, Frontiers in Neuroscience 9, 2015). The folder holds {@code Train/0} to {@code Train/9}
 * and {@code Test/0} to {@code Test/9} with one file an example.
 *
 * <p>An event has 5 bytes: x; y; the polarity in the highest bit of the third, 1 where it became brighter;
 * and in the remaining 23 bits, big-endian, the time in microseconds. x and y are below 34. An event with
 * y = 240 is no event: it says that the clock of the camera overflowed, and as in the authors' own reader
 * every later time is 2<sup>13</sup> microseconds more.
 *
 * <p>Channel {@code 1156 p + 34 y + x}: all pixels that became darker, row by row, then all that became
 * brighter. The format does not say how many events a file has: one that was cut off between two events
 * cannot be told from a whole one.
 */
public final class NMnist {

    /** Pixels along each side. */
    public static final int SIDE = 34;

    /** Pixels, in two polarities. */
    public static final int CHANNELS = 2 * SIDE * SIDE;

    private static final int CLASSES = 10;
    private static final int EVENT_BYTES = 5;
    private static final int OVERFLOW_Y = 240;
    private static final int OVERFLOW_MICROSECONDS = 1 << 13;

    private final List<Path> files = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private NMnist() {}

    /**
     * Finds the examples of one part, ordered by class and then by the name of the file; reads none.
     *
     * @param folder the folder with {@code Train} and {@code Test}
     * @param split {@link Split#TRAIN} or {@link Split#TEST}
     * @throws NoSuchFileException naming the folder of a class that is missing or empty
     */
    public static NMnist find(Path folder, Split split) throws IOException {
        if (split == Split.VALIDATION) {
            throw new IllegalArgumentException("there is no validation part; hold out some of the training examples");
        }
        NMnist found = new NMnist();
        for (int digit = 0; digit < CLASSES; digit++) {
            Path ofDigit = DataFiles.require(
                    folder.resolve(split == Split.TRAIN ? "Train" : "Test").resolve(Integer.toString(digit)));
            int before = found.size();
            try (Stream<Path> names = Files.list(ofDigit)) {
                names.filter(file -> file.toString().endsWith(".bin")).sorted().forEach(found.files::add);
            }
            if (found.files.size() == before) {
                throw new NoSuchFileException(ofDigit.toString(), null, "the folder holds no .bin file");
            }
            while (found.labels.size() < found.files.size()) {
                found.labels.add(digit);
            }
        }
        return found;
    }

    /** Returns the number of examples; 60,000 and 10,000 were published. */
    public int size() {
        return labels.size();
    }

    /** Returns the class of an example. */
    public int label(int example) {
        return labels.get(example);
    }

    /**
     * Reads some of the examples. The training part has about 4000 events an example, 3 GB in all.
     *
     * @param chosen whether an example, by its number, is one of them
     * @throws MalformedDataException naming the file and byte that are wrong
     */
    public EventDataset dataset(IntPredicate chosen) throws IOException {
        EventDataset.Builder data = EventDataset.builder(
                CHANNELS,
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList());
        for (int example = 0; example < size(); example++) {
            if (chosen.test(example)) {
                data.add(events(files.get(example)), label(example));
            }
        }
        return data.build();
    }

    /**
     * Reads one file of events.
     *
     * @throws MalformedDataException naming the byte that is wrong
     */
    public static SpikeTrains events(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(DataFiles.require(file));
        int whole = bytes.length / EVENT_BYTES * EVENT_BYTES;
        if (bytes.length != whole) {
            throw MalformedDataException.atByte(
                    file,
                    whole,
                    "the file ends within an event: " + bytes.length + " bytes, must be a multiple of " + EVENT_BYTES);
        }
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        long late = 0;
        for (int k = 0; k < whole; k += EVENT_BYTES) {
            int x = bytes[k] & 255;
            int y = bytes[k + 1] & 255;
            if (y == OVERFLOW_Y) {
                late += OVERFLOW_MICROSECONDS;
                continue;
            }
            requireWithin(file, k, "x", x);
            requireWithin(file, k + 1, "y", y);
            int polarity = (bytes[k + 2] & 255) >> 7;
            int clock = ((bytes[k + 2] & 127) << 16) + ((bytes[k + 3] & 255) << 8) + (bytes[k + 4] & 255);
            spikes.add((polarity * SIDE + y) * SIDE + x, (clock + late) / 1000.0);
        }
        return spikes.build();
    }

    private static void requireWithin(Path file, int place, String what, int value) throws MalformedDataException {
        if (value >= SIDE) {
            throw MalformedDataException.atByte(
                    file, place, what + " = " + value + ", must be from 0 to " + (SIDE - 1));
        }
    }
}
