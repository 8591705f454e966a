package io.github.lightcone.data.table;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.github.lightcone.event.SpikeTrains;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Events from an archive of NumPy arrays, as {@code numpy.savez} or {@code savez_compressed} writes it.
 *
 * <table>
 * <caption>Arrays, each of one dimension</caption>
 * <tr><td>{@code times}, {@code times_ms}, {@code times_s} or {@code times_us}</td><td>one an event, at least
 * 0; {@code times} is in ms</td></tr>
 * <tr><td>{@code channels}</td><td>one an event, from 0</td></tr>
 * <tr><td>{@code examples}</td><td>one an event: the example it belongs to, from 0; or instead</td></tr>
 * <tr><td>{@code offsets}</td><td>one an example and one more: example i has the events from
 * {@code offsets[i]} to {@code offsets[i + 1] - 1}</td></tr>
 * <tr><td>{@code labels}</td><td>one an example: the class, from 0</td></tr>
 * <tr><td>{@code groups}, {@code takes}</td><td>optional, one an example, from 0</td></tr>
 * </table>
 *
 * <p>Memory is taken as bytes are read: a few times the arrays.
 */
public final class NpzEvents {

    private static final List<String> FILES = List.of("events.npz");
    private static final List<String> ARRAYS = List.of(
            "times", "times_ms", "times_s", "times_us", "channels", "examples", "offsets", "labels", "groups", "takes");

    private final Path file;
    private final TableSettings settings;
    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

    private NpzEvents(Path file, TableSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * Reads events.
     *
     * @param path the file, or a folder that holds it as {@code events.npz}
     * @throws MalformedDataException naming the array, byte or element that is wrong
     * @throws NoSuchFileException if there is no such file
     */
    public static EventDataset read(Path path, TableSettings settings) throws IOException {
        NpzEvents reader = new NpzEvents(DataFiles.find(path, FILES), settings);
        reader.readArrays();
        return reader.dataset();
    }

    private void readArrays() throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                readArray(archive, entry);
            }
        } catch (ZipException | EOFException | IllegalArgumentException problem) {
            throw malformed("is truncated, damaged or no NPZ archive: " + problem.getMessage())
                    .because(problem);
        }
    }

    private void readArray(ZipFile archive, ZipEntry entry) throws IOException {
        String name = entry.getName().endsWith(".npy")
                ? entry.getName().substring(0, entry.getName().length() - 4)
                : entry.getName();
        if (!ARRAYS.contains(name)) {
            throw malformed("array '" + name.replaceAll("[^ -~]", "?") + "' is unknown; allowed are " + ARRAYS);
        }
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(archive.getInputStream(entry), checksum)) {
            if (arrays.put(name, NpyArray.read(file, name, in)) != null) {
                throw malformed("array '" + name + "' is there twice");
            }
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw malformed(String.format(
                    "array '%s' is damaged: checksum %08x, must be %08x", name, checksum.getValue(), entry.getCrc()));
        }
    }

    private EventDataset dataset() throws MalformedDataException {
        TimeUnit unit = unit();
        NpyArray times = array("times" + unit.suffix);
        NpyArray channels = array("channels");
        NpyArray labels = array("labels");
        requireLength("channels", channels, times.length(), "events");
        if (labels.length() == 0) {
            throw labels.malformed(" is empty, must have one element an example");
        }
        int[][] eventsOf = eventsOf(times.length(), labels.length());
        int highest = -1;
        for (int event = 0; event < times.length(); event++) {
            highest = Math.max(highest, channels.index(event, settings.channelLimit()));
        }
        EventDataset.Builder data = EventDataset.builder(settings.channelCount(highest), classNames(labels));
        NpyArray groups = perExample("groups", labels.length());
        NpyArray takes = perExample("takes", labels.length());
        for (int example = 0; example < labels.length(); example++) {
            SpikeTrains.Builder spikes = SpikeTrains.builder();
            for (int event : eventsOf[example]) {
                spikes.add(channels.index(event, settings.channelLimit()), time(times, event, unit));
            }
            data.add(
                    spikes.build(),
                    labels.index(example, TableSettings.MOST_CLASSES),
                    groups == null ? "" : Integer.toString(groups.index(example, Integer.MAX_VALUE)),
                    takes == null ? 0 : takes.index(example, Integer.MAX_VALUE));
        }
        return data.build();
    }

    private static double time(NpyArray times, int event, TimeUnit unit) throws MalformedDataException {
        double time = unit.milliseconds(times.real(event));
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw times.malformed("[" + event + "] = " + times.real(event) + ", must be finite and at least 0");
        }
        return time;
    }

    private TimeUnit unit() throws MalformedDataException {
        List<TimeUnit> there = List.of(TimeUnit.values()).stream()
                .filter(unit -> arrays.containsKey("times" + unit.suffix))
                .toList();
        if (there.size() != 1) {
            throw malformed(there.size() + " arrays of times, must be one of times, times_ms, times_s, times_us");
        }
        return there.get(0);
    }

    private NpyArray array(String name) throws MalformedDataException {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw malformed("array '" + name + "' is missing; there are " + arrays.keySet());
        }
        return array;
    }

    /** Returns an optional array with an element for each example, null if it is absent. */
    private NpyArray perExample(String name, int examples) throws MalformedDataException {
        NpyArray array = arrays.get(name);
        if (array != null) {
            requireLength(name, array, examples, "examples");
        }
        return array;
    }

    private void requireLength(String name, NpyArray array, int length, String what) throws MalformedDataException {
        if (array.length() != length) {
            throw malformed("array '" + name + "' has " + array.length() + " elements, must be " + length
                    + " as there are " + what);
        }
    }

    /** Returns the numbers of the events of each example. */
    private int[][] eventsOf(int events, int examples) throws MalformedDataException {
        if (arrays.containsKey("examples") == arrays.containsKey("offsets")) {
            throw malformed("must have one of the arrays 'examples' and 'offsets'");
        }
        return arrays.containsKey("offsets") ? byOffsets(events, examples) : byExample(events, examples);
    }

    private int[][] byOffsets(int events, int examples) throws MalformedDataException {
        NpyArray offsets = array("offsets");
        requireLength("offsets", offsets, examples + 1, "examples, and one more");
        int[][] numbers = new int[examples][];
        int from = offsets.index(0, events + 1L);
        if (from != 0) {
            throw offsets.malformed("[0] = " + from + ", must be 0");
        }
        for (int example = 0; example < examples; example++) {
            int to = offsets.index(example + 1, events + 1L);
            if (to < from) {
                throw offsets.malformed(
                        "[" + (example + 1) + "] = " + to + ", must be at least " + from + " as the one before");
            }
            numbers[example] = IntStream.range(from, to).toArray();
            from = to;
        }
        if (from != events) {
            throw offsets.malformed("[" + examples + "] = " + from + ", must be " + events + " as there are events");
        }
        return numbers;
    }

    private int[][] byExample(int events, int examples) throws MalformedDataException {
        NpyArray owner = array("examples");
        requireLength("examples", owner, events, "events");
        int[] counts = new int[examples];
        for (int event = 0; event < events; event++) {
            counts[owner.index(event, examples)]++;
        }
        int[][] numbers = new int[examples][];
        for (int example = 0; example < examples; example++) {
            numbers[example] = new int[counts[example]];
        }
        for (int event = events - 1; event >= 0; event--) {
            int example = owner.index(event, examples);
            counts[example]--;
            numbers[example][counts[example]] = event;
        }
        return numbers;
    }

    private List<String> classNames(NpyArray labels) throws MalformedDataException {
        List<String> given = settings.classNames();
        int limit = given.isEmpty() ? TableSettings.MOST_CLASSES : given.size();
        int highest = 0;
        for (int example = 0; example < labels.length(); example++) {
            highest = Math.max(highest, labels.index(example, limit));
        }
        if (!given.isEmpty()) {
            return given;
        }
        if (highest == 0) {
            throw labels.malformed(" are all 0, must be at least two classes; name them to use fewer");
        }
        return IntStream.rangeClosed(0, highest).mapToObj(Integer::toString).toList();
    }

    private MalformedDataException malformed(String problem) {
        return MalformedDataException.inFile(file, problem);
    }
}
