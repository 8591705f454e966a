package io.github.lightcone.data.table;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.data.Gzip;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tables of events, plain and compressed, with a list of examples and without. */
public final class CsvEventsTarget implements DataTarget {

    private static final String LISTED_FILE = "listed.csv";
    private static final String LIST_FILE = "list.csv";
    private static final String EVENTS = """
            example,label,channel,time
            a,left,3,12.5
            b,right,0,1
            a,left,1,2.5
            c,left,,
            """;
    private static final String QUOTED = """
            take,time_us,group,channel,label,example
            3,1000,"Ann, ""B"".",0,10,0
            ,1e3,Bob,0,9,1
            """;
    private static final String LISTED = """
            example,channel,time_s
            a,3,0.0125
            b,0,1e-3
            """;
    private static final String LIST = """
            example,label,group,take
            a,left,Ann,1
            b,right,Bob,2
            c,left,Ann,3
            """;

    @Override
    public String name() {
        return "csv-events";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        Files.writeString(folder.resolve(LISTED_FILE), LISTED);
        Files.writeString(folder.resolve(LIST_FILE), LIST);
        return List.of(
                new FuzzSeed("events.csv", bytes(EVENTS)),
                new FuzzSeed("quoted.csv", bytes(QUOTED)),
                new FuzzSeed(LISTED_FILE, bytes(LISTED)),
                new FuzzSeed(LIST_FILE, bytes(LIST)),
                new FuzzSeed("packed.csv.gz", Gzip.of(bytes(EVENTS))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged-" + seed.name()), damaged);
        switch (seed.name()) {
            case LISTED_FILE -> read(file, Optional.of(folder.resolve(LIST_FILE)));
            case LIST_FILE -> read(folder.resolve(LISTED_FILE), Optional.of(file));
            default -> read(file, Optional.empty());
        }
    }

    private static void read(Path events, Optional<Path> list) throws IOException {
        CsvEvents.read(events, list, TableSettings.inferred());
    }

    @Override
    public List<String> words() {
        return List.of(
                ",",
                "\n",
                "\r",
                "\r\n",
                "\"",
                "\"\"",
                "-",
                "NaN",
                "Infinity",
                "1e999",
                "1e308",
                "-0",
                "0x1p3",
                "1d",
                "99999999999999999999",
                "2147483647",
                "\uFEFF",
                "\u0000",
                "\u0085",
                "\u2028",
                "\u0661",
                "\ud83d\ude00",
                " ",
                "label",
                "channel",
                "time_ms",
                "\n\n\n");
    }
}
