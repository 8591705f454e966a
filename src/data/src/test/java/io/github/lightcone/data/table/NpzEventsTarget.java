package io.github.lightcone.data.table;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives of events that NumPy wrote, and their arrays, damaged before they are packed: no checksum tells. */
public final class NpzEventsTarget implements DataTarget {

    private final Map<String, Map<String, byte[]>> archives = new TreeMap<>();

    @Override
    public String name() {
        return "npz-events";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        for (String name : List.of("offsets.npz", "examples.npz")) {
            try (InputStream in = NpzEventsTarget.class.getResourceAsStream(name)) {
                byte[] whole = in.readAllBytes();
                seeds.add(new FuzzSeed(name, whole));
                archives.put(name, arrays(whole));
            }
        }
        archives.forEach((archive, arrays) ->
                arrays.forEach((name, bytes) -> seeds.add(new FuzzSeed(archive + "/" + name, bytes))));
        return seeds;
    }

    private static Map<String, byte[]> arrays(byte[] archive) throws IOException {
        Map<String, byte[]> arrays = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                arrays.put(entry.getName(), in.readAllBytes());
            }
        }
        return arrays;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        String[] path = seed.name().split("/", 2);
        byte[] archive = path.length == 1 ? damaged : archive(archives.get(path[0]), path[1], damaged);
        NpzEvents.read(Files.write(folder.resolve("damaged.npz"), archive), TableSettings.inferred());
    }

    private static byte[] archive(Map<String, byte[]> arrays, String name, byte[] damaged) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                out.putNextEntry(new ZipEntry(array.getKey()));
                out.write(array.getKey().equals(name) ? damaged : array.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public List<String> words() {
        return List.of(
                "'",
                "(",
                ")",
                ",",
                "<f8",
                ">f4",
                "<u8",
                "|i1",
                "|O",
                "99999999999",
                "2147483647",
                "-1",
                "shape",
                "\n",
                "PK\u0003\u0004",
                "PK\u0001\u0002",
                "PK\u0005\u0006",
                "..",
                "\u0000");
    }
}
