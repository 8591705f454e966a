package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.event.SpikeTrains;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One file of SHD or SSC: spoken words that passed through an artificial cochlea of 700 channels.
 *
 * <table>
 * <caption>What stands in the file</caption>
 * <tr><td>{@code spikes/times}</td><td>one list a trial, s; floating point of 16, 32 or 64 bits</td></tr>
 * <tr><td>{@code spikes/units}</td><td>one list a trial, channels; as long as that of the times</td></tr>
 * <tr><td>{@code labels}</td><td>the class of each trial</td></tr>
 * <tr><td>{@code extra/speaker}</td><td>optional; who speaks: the group of an example</td></tr>
 * <tr><td>{@code extra/keys}</td><td>optional; the names of the classes</td></tr>
 * </table>
 *
 * <p>Opening checks all of this but the spikes. A file that ends in {@code .gz} has to be decompressed
 * first. Times are converted to double before they become ms, so a time of 16 bits is exact.
 */
public final class HeidelbergFile implements Closeable {

    private static final int BLOCK = 256;
    private static final double MS_PER_SECOND = 1000;

    private final Path file;
    private final HeidelbergSet set;
    private final Hdf5 content;
    private final Hdf5.Array times;
    private final Hdf5.Array units;
    private final int[] labels;
    private final List<String> speakers;
    private final List<String> classNames;

    private HeidelbergFile(Path file, HeidelbergSet set, Hdf5 content) throws MalformedDataException {
        this.file = file;
        this.set = set;
        this.content = content;
        times = content.array("spikes/times");
        units = content.array("spikes/units");
        labels = labels();
        requireLength("spikes/times", times.length());
        requireLength("spikes/units", units.length());
        speakers = content.has("extra/speaker") ? content.array("extra/speaker").texts() : List.of();
        if (!speakers.isEmpty()) {
            requireLength("extra/speaker", speakers.size());
        }
        classNames = content.has("extra/keys")
                ? content.array("extra/keys").texts()
                : IntStream.range(0, set.classes()).mapToObj(Integer::toString).toList();
        if (classNames.size() != set.classes()) {
            throw malformed(
                    "'extra/keys' names " + classNames.size() + " classes, must be " + set.classes() + " as in " + set);
        }
    }

    /**
     * Opens a file.
     *
     * @param path the file, or a folder that holds it as {@code shd_train.h5} or the like
     * @param split which part; of use only with a folder
     * @throws MalformedDataException naming what is missing, of another length or out of range
     * @throws NoSuchFileException if there is no such file
     */
    public static HeidelbergFile open(Path path, HeidelbergSet set, Split split) throws IOException {
        Path file = DataFiles.find(path, List.of(set.fileName(split)));
        Hdf5 content = Hdf5.open(file);
        try {
            return new HeidelbergFile(file, set, content);
        } catch (MalformedDataException | RuntimeException problem) {
            content.close();
            throw problem;
        }
    }

    private int[] labels() throws MalformedDataException {
        Hdf5.Array array = content.array("labels");
        if (array.length() == 0) {
            throw malformed("'labels' is empty, must have one label a trial");
        }
        Object raw = array.all();
        int[] values = new int[array.length()];
        for (int trial = 0; trial < values.length; trial++) {
            values[trial] = integer(raw, trial, set.classes(), "label", "trial " + trial);
        }
        return values;
    }

    private void requireLength(String path, int length) throws MalformedDataException {
        if (length != labels.length) {
            throw malformed("'" + path + "' has " + length + " trials, must be " + labels.length + " as 'labels' has");
        }
    }

    /** Returns the number of trials. */
    public int size() {
        return labels.length;
    }

    /** Returns which of the published files this is by its number of trials, or that it is none of them. */
    public String edition() {
        return set.edition(size());
    }

    /** Returns the names of the classes. */
    public List<String> classNames() {
        return classNames;
    }

    /** Returns who speaks, empty where the file does not say. */
    public String speaker(int trial) {
        return speakers.isEmpty() ? "" : speakers.get(trial);
    }

    /** Returns all trials: 12 bytes a spike, which is about 1 GB for the training part of SHD. */
    public EventDataset dataset() throws IOException {
        return dataset(trial -> true);
    }

    /**
     * Returns some of the trials, with the speaker as group.
     *
     * @param chosen whether a trial, by its number, is one of them
     * @throws MalformedDataException naming the trial and the value that is out of range
     * @throws IllegalArgumentException if none is chosen
     */
    public EventDataset dataset(IntPredicate chosen) throws IOException {
        EventDataset.Builder data = EventDataset.builder(HeidelbergSet.CHANNELS, classNames);
        for (int from = 0; from < size(); from += BLOCK) {
            int count = Math.min(BLOCK, size() - from);
            if (IntStream.range(from, from + count).anyMatch(chosen)) {
                Object blockTimes = times.slice(from, count);
                Object blockUnits = units.slice(from, count);
                for (int i = 0; i < count; i++) {
                    int trial = from + i;
                    if (chosen.test(trial)) {
                        SpikeTrains spikes = spikes(trial, Array.get(blockTimes, i), Array.get(blockUnits, i));
                        data.add(spikes, labels[trial], speaker(trial), 0);
                    }
                }
            }
        }
        return data.build();
    }

    private SpikeTrains spikes(int trial, Object seconds, Object channels) throws MalformedDataException {
        int count = length(trial, "spikes/times", seconds);
        int other = length(trial, "spikes/units", channels);
        if (count != other) {
            throw malformed("trial " + trial + " has " + count + " times and " + other + " units, must be as many");
        }
        SpikeTrains.Builder spikes = SpikeTrains.builder();
        for (int k = 0; k < count; k++) {
            double time = seconds(seconds, k) * MS_PER_SECOND;
            if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
                throw malformed("trial " + trial + ", spike " + k + ": time " + seconds(seconds, k)
                        + " s, must be at least 0 and finite in ms");
            }
            spikes.add(integer(channels, k, HeidelbergSet.CHANNELS, "unit", "trial " + trial + ", spike " + k), time);
        }
        return spikes.build();
    }

    private int length(int trial, String path, Object list) throws MalformedDataException {
        if (list == null || !list.getClass().isArray()) {
            throw malformed("'" + path + "' holds no list for trial " + trial + ", must be one list a trial");
        }
        return Array.getLength(list);
    }

    private double seconds(Object list, int k) throws MalformedDataException {
        if (list instanceof float[] values) {
            return values[k];
        }
        if (list instanceof double[] values) {
            return values[k];
        }
        throw malformed("'spikes/times' holds "
                + list.getClass().getComponentType().getSimpleName() + ", must be floating point");
    }

    private int integer(Object list, int k, int end, String what, String place) throws MalformedDataException {
        if (list instanceof int[] values && values[k] >= 0 && values[k] < end) {
            return values[k];
        }
        if (!(Array.get(list, k) instanceof Number number)) {
            throw malformed(place + ": " + what + " is no number, must be from 0 to " + (end - 1));
        }
        double value = number.doubleValue();
        if (!(value >= 0 && value < end && value == Math.rint(value))) {
            throw malformed(place + ": " + what + " " + number + ", must be from 0 to " + (end - 1));
        }
        return (int) value;
    }

    private MalformedDataException malformed(String problem) {
        return MalformedDataException.inFile(file, problem);
    }

    @Override
    public void close() {
        content.close();
    }
}
