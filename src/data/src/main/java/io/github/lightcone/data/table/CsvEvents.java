package io.github.lightcone.data.table;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.DataFiles;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events from a CSV file with one row an event.
 *
 * <table>
 * <caption>Columns, in any order</caption>
 * <tr><td>{@code example}</td><td>any name or number; its rows need not stand together</td></tr>
 * <tr><td>{@code label}</td><td>the class, by name or number; the same in all rows of an example</td></tr>
 * <tr><td>{@code channel}</td><td>from 0</td></tr>
 * <tr><td>{@code time}, {@code time_ms}, {@code time_s} or {@code time_us}</td><td>at least 0; {@code time}
 * is in ms</td></tr>
 * <tr><td>{@code group}</td><td>optional; such as the speaker</td></tr>
 * <tr><td>{@code take}</td><td>optional; number of the repetition, from 0</td></tr>
 * </table>
 *
 * <p>An example without events has one row with empty channel and time, or stands in a second file with
 * the columns {@code example}, {@code label} and optionally {@code group} and {@code take}. If there is such
 * a file it lists all examples, and the events need no label.
 *
 * <p>Examples are in the order in which they first appear. Classes are ordered by number if all labels are
 * whole numbers, and else alphabetically.
 */
public final class CsvEvents {

    private static final List<String> EVENT_FILES = List.of("events.csv", "events.csv.gz");
    private static final List<String> EXAMPLE_FILES = List.of("examples.csv", "examples.csv.gz");
    private static final List<String> EXAMPLE_COLUMNS = List.of("example", "label", "group", "take");
    private static final List<String> EVENT_COLUMNS =
            List.of("example", "label", "channel", "time", "time_ms", "time_s", "time_us", "group", "take");

    private final TableSettings settings;
    private final Map<String, Example> examples = new LinkedHashMap<>();
    private boolean listed;
    private int highestChannel = -1;

    private CsvEvents(TableSettings settings) {
        this.settings = settings;
    }

    /** What the rows of one example say. */
    private static final class Example {

        private final Path file;
        private final long line;
        private final String label;
        private final String group;
        private final int take;
        private final IntArrayList channels = new IntArrayList();
        private final DoubleArrayList times = new DoubleArrayList();

        Example(Path file, long line, String label, String group, int take) {
            this.file = file;
            this.line = line;
            this.label = label;
            this.group = group;
            this.take = take;
        }
    }

    /**
     * Reads events.
     *
     * @param path the file of events, or a folder with {@code events.csv} and perhaps {@code examples.csv},
     *     each plain or compressed as {@code .gz}
     * @throws MalformedDataException naming the line and value that are wrong
     * @throws NoSuchFileException if there is no such file
     */
    public static EventDataset read(Path path, TableSettings settings) throws IOException {
        Path events = DataFiles.find(path, EVENT_FILES);
        Optional<Path> list = Files.isDirectory(path)
                ? EXAMPLE_FILES.stream()
                        .map(path::resolve)
                        .filter(Files::exists)
                        .findFirst()
                : Optional.empty();
        return read(events, list, settings);
    }

    /**
     * Reads events and the list of examples.
     *
     * @param list the file that lists the examples, if there is one
     * @throws MalformedDataException naming the line and value that are wrong
     * @throws NoSuchFileException if there is no such file
     */
    public static EventDataset read(Path events, Optional<Path> list, TableSettings settings) throws IOException {
        CsvEvents reader = new CsvEvents(settings);
        if (list.isPresent()) {
            reader.readList(list.get());
        }
        reader.readEvents(events);
        return reader.dataset(events);
    }

    private void readList(Path file) throws IOException {
        listed = true;
        try (TableFile table = TableFile.open(file, EXAMPLE_COLUMNS)) {
            ExampleColumns columns = new ExampleColumns(table, table.column("label"));
            while (table.next()) {
                String name = table.filled(columns.example);
                Example before = examples.putIfAbsent(name, columns.example(file));
                if (before != null) {
                    throw table.malformed("example '" + name + "' is there twice, also in line " + before.line);
                }
            }
        }
    }

    private void readEvents(Path file) throws IOException {
        try (TableFile table = TableFile.open(file, EVENT_COLUMNS)) {
            ExampleColumns columns =
                    new ExampleColumns(table, listed ? table.optionalColumn("label") : table.column("label"));
            int channelColumn = table.column("channel");
            TimeUnit unit = unit(table);
            int timeColumn = table.column("time" + unit.suffix);
            while (table.next()) {
                Example example = exampleOfRow(table, columns, file);
                if (!table.cell(channelColumn).isEmpty()
                        || !table.cell(timeColumn).isEmpty()) {
                    int channel = table.count(channelColumn, settings.channelLimit());
                    double time = unit.milliseconds(table.time(timeColumn));
                    if (time == Double.POSITIVE_INFINITY) {
                        throw table.malformed("time is too large in ms");
                    }
                    example.channels.add(channel);
                    example.times.add(time);
                    highestChannel = Math.max(highestChannel, channel);
                }
            }
        }
    }

    private static TimeUnit unit(TableFile table) throws MalformedDataException {
        List<TimeUnit> there = new ArrayList<>();
        for (TimeUnit unit : TimeUnit.values()) {
            if (table.optionalColumn("time" + unit.suffix) != TableFile.ABSENT) {
                there.add(unit);
            }
        }
        if (there.size() != 1) {
            throw table.malformed(there.size() + " columns of time, must be one of time, time_ms, time_s, time_us");
        }
        return there.get(0);
    }

    private Example exampleOfRow(TableFile table, ExampleColumns columns, Path file) throws MalformedDataException {
        String name = table.filled(columns.example);
        Example known = examples.get(name);
        if (known == null) {
            if (listed) {
                throw table.malformed("example '" + name + "' is not in the list of examples");
            }
            known = columns.example(file);
            examples.put(name, known);
        }
        columns.requireSame(name, known);
        return known;
    }

    /** The columns that say what an example is. */
    private static final class ExampleColumns {

        private final TableFile table;
        private final int example;
        private final int label;
        private final int group;
        private final int take;

        ExampleColumns(TableFile table, int label) throws MalformedDataException {
            this.table = table;
            this.label = label;
            example = table.column("example");
            group = table.optionalColumn("group");
            take = table.optionalColumn("take");
        }

        Example example(Path file) throws MalformedDataException {
            return new Example(file, table.line(), table.filled(label), table.cell(group), takeOrZero());
        }

        private int takeOrZero() throws MalformedDataException {
            return table.cell(take).isEmpty() ? 0 : table.count(take, Integer.MAX_VALUE);
        }

        void requireSame(String name, Example known) throws MalformedDataException {
            requireSame(name, known, label, known.label);
            requireSame(name, known, group, known.group);
            if (take != TableFile.ABSENT && takeOrZero() != known.take) {
                throw differs(name, known, take, Integer.toString(known.take));
            }
        }

        private void requireSame(String name, Example known, int column, String value) throws MalformedDataException {
            if (column != TableFile.ABSENT && !table.cell(column).equals(value)) {
                throw differs(name, known, column, value);
            }
        }

        private MalformedDataException differs(String name, Example known, int column, String value) {
            return table.malformed(table.columnName(column) + " '" + table.cell(column) + "' of example '" + name
                    + "', must be '" + value + "' as in line " + known.line + " of " + known.file);
        }
    }

    private EventDataset dataset(Path file) throws MalformedDataException {
        if (examples.isEmpty()) {
            throw new MalformedDataException(file, 1, "there are no rows after the header, must be at least one");
        }
        List<String> names = settings.classNames().isEmpty() ? classNames() : settings.classNames();
        if (names.size() < 2) {
            throw MalformedDataException.inFile(
                    file,
                    "all labels are '" + names.get(0) + "', must be at least two classes; name them to use fewer");
        }
        if (names.size() > TableSettings.MOST_CLASSES) {
            throw MalformedDataException.inFile(
                    file, names.size() + " different labels, must be at most " + TableSettings.MOST_CLASSES);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        EventDataset.Builder data = EventDataset.builder(settings.channelCount(highestChannel), names);
        for (Example example : examples.values()) {
            Integer label = numbers.get(example.label);
            if (label == null) {
                throw new MalformedDataException(
                        example.file, example.line, "label '" + example.label + "', must be one of " + names);
            }
            SpikeTrains spikes = SpikeTrains.of(example.channels.toArray(), example.times.toArray());
            data.add(spikes, label, example.group, example.take);
        }
        return data.build();
    }

    private List<String> classNames() {
        List<String> labels = examples.values().stream()
                .map(example -> example.label)
                .distinct()
                .sorted()
                .toList();
        boolean numbers = labels.stream().allMatch(label -> label.matches("-?[0-9]{1,18}"));
        return numbers
                ? labels.stream().sorted(Comparator.comparing(BigInteger::new)).toList()
                : labels;
    }
}
