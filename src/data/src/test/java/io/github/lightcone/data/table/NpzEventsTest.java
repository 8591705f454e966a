package io.github.lightcone.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives written by NumPy, and others made byte by byte. */
class NpzEventsTest {

    @TempDir
    private Path folder;

    private final Map<String, byte[]> arrays = new LinkedHashMap<>();

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = NpzEventsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private EventDataset read(byte[] archive) throws IOException {
        return NpzEvents.read(Files.write(folder.resolve("events.npz"), archive), TableSettings.inferred());
    }

    private static void assertSpikes(SpikeTrains spikes, int... events) {
        assertThat(spikes.size()).isEqualTo(events.length);
        for (int i = 0; i < events.length; i++) {
            assertThat(spikes.time(i)).isEqualTo((events[i] + 1) * 125.0);
            assertThat(spikes.neuron(i)).isEqualTo(5 * events[i] % 7);
        }
    }

    @Test
    void readsWhatNumPyWritesByOffsets() throws IOException {
        EventDataset data = read(fixture("offsets.npz"));
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.channels()).isEqualTo(7);
        assertThat(data.classNames()).containsExactly("0", "1", "2");
        assertSpikes(data.input(0), 0, 1, 2);
        assertSpikes(data.input(1));
        assertSpikes(data.input(2), 3, 4, 5);
        assertThat(data.label(0)).isEqualTo(1);
        assertThat(data.group(0)).isEmpty();
    }

    @Test
    void readsWhatNumPyWritesByExample() throws IOException {
        EventDataset data = read(fixture("examples.npz"));
        assertSpikes(data.input(0), 1, 2, 5);
        assertSpikes(data.input(1));
        assertSpikes(data.input(2), 0, 3, 4);
        assertThat(data.groups()).containsExactly("4", "5");
        assertThat(data.take(1)).isEqualTo(1);
    }

    @Test
    void channelsAndClassesCanBeGiven() throws IOException {
        Path file = Files.write(folder.resolve("mine.npz"), fixture("offsets.npz"));
        EventDataset data = NpzEvents.read(
                file, TableSettings.inferred().withChannels(10).withClassNames(List.of("a", "b", "c", "d")));
        assertThat(data.channels()).isEqualTo(10);
        assertThat(data.classNames()).containsExactly("a", "b", "c", "d");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> NpzEvents.read(file, TableSettings.inferred().withChannels(5)))
                .withMessageContaining("mine.npz: channels[1] = 5, must be from 0 to 4");
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> NpzEvents.read(file, TableSettings.inferred().withClassNames(List.of("a", "b"))))
                .withMessageContaining("labels[2] = 2, must be from 0 to 1");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> NpzEvents.read(folder, TableSettings.inferred()))
                .withMessageContaining("events.npz");
    }

    /** Returns an array in NumPy's format. */
    private static byte[] npy(int version, String descr, String shape, byte[] data) {
        byte[] header = ("{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer array = ByteBuffer.allocate(6 + 2 + (version == 1 ? 2 : 4) + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        array.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        array.put((byte) version).put((byte) 0);
        if (version == 1) {
            array.putShort((short) header.length);
        } else {
            array.putInt(header.length);
        }
        return array.put(header).put(data).array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] u1(int... values) {
        return npy(1, "|u1", "(" + values.length + ",)", bytes(values));
    }

    private static byte[] i1(int... values) {
        return npy(1, "|i1", "(" + values.length + ",)", bytes(values));
    }

    /** Three events of two examples. */
    private void small() {
        arrays.put("times", u1(10, 30, 20));
        arrays.put("channels", u1(0, 1, 2));
        arrays.put("examples", u1(0, 1, 1));
        arrays.put("labels", u1(0, 1));
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                out.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                out.write(array.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void assertMalformed(String problem) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(archive()))
                .withMessageStartingWith(folder.resolve("events.npz") + ": ")
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersionOfTheFormatIsRead(int version) throws IOException {
        small();
        arrays.put("times", npy(version, "|u1", "(3,)", bytes(10, 30, 20)));
        EventDataset data = read(archive());
        assertThat(data.input(1).time(0)).isEqualTo(20);
        assertThat(data.input(1).neuron(0)).isEqualTo(2);
    }

    /** The same three numbers, 1, 0.5 and 65504, in 16 bits; the smallest of all, 2^-24. */
    @Test
    void numbersOf16BitsAreExact() throws IOException {
        small();
        arrays.put("times", npy(1, ">f2", "(3,)", bytes(0x3c, 0, 0x7b, 0xff, 0, 1)));
        EventDataset data = read(archive());
        assertThat(data.input(0).time(0)).isEqualTo(1.0);
        assertThat(data.input(1).time(0)).isEqualTo(0x1p-24);
        assertThat(data.input(1).time(1)).isEqualTo(65_504.0);
    }

    @ParameterizedTest
    @CsvSource({"<f4, false", ">f4, true", "<f8, false", ">f8, true"})
    void floatingPointOfEitherOrder(String type, boolean big) throws IOException {
        small();
        ByteBuffer data = ByteBuffer.allocate(24).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean wide = type.endsWith("8");
        for (double time : new double[] {0.5, 1.25, 3}) {
            if (wide) {
                data.putDouble(time);
            } else {
                data.putFloat((float) time);
            }
        }
        arrays.put("times", npy(1, type, "(3,)", Arrays.copyOf(data.array(), data.position())));
        assertThat(read(archive()).input(1).time(1)).isEqualTo(3.0);
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        small();
        arrays.put("times", i1(10, -30, 20));
        assertMalformed("times[1] = -30.0, must be finite and at least 0");
        small();
        arrays.put("channels", i1(0, 1, -1));
        assertMalformed("channels[2] = -1, must be from 0 to");
        small();
        arrays.put("examples", u1(0, 2, 1));
        assertMalformed("examples[1] = 2, must be from 0 to 1");
        small();
        arrays.put("labels", u1(0, 0));
        assertMalformed("labels are all 0, must be at least two classes");
        small();
        arrays.put("labels", npy(1, "<u8", "(2,)", bytes(0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0)));
        assertMalformed("labels[0] = 9223372036854775808, must be below 2^63");
        small();
        arrays.put("channels", npy(1, "<f2", "(3,)", new byte[6]));
        assertMalformed("channels is of floating point, must be of integers");
    }

    @Test
    void offsetsAreChecked() {
        small();
        arrays.put("offsets", u1(0, 1, 3));
        assertMalformed("must have one of the arrays 'examples' and 'offsets'");
        arrays.remove("examples");
        arrays.put("offsets", u1(0, 3));
        assertMalformed("array 'offsets' has 2 elements, must be 3 as there are examples, and one more");
        arrays.put("offsets", u1(1, 2, 3));
        assertMalformed("offsets[0] = 1, must be 0");
        arrays.put("offsets", u1(0, 1, 2));
        assertMalformed("offsets[2] = 2, must be 3 as there are events");
        arrays.put("offsets", u1(0, 3, 2));
        assertMalformed("offsets[2] = 2, must be at least 3 as the one before");
    }

    @Test
    void arraysThatAreMissingUnknownOrOfAnotherLengthAreNamed() {
        small();
        arrays.remove("labels");
        assertMalformed("array 'labels' is missing; there are [times, channels, examples]");
        small();
        arrays.put("spikes", u1(1));
        assertMalformed("array 'spikes' is unknown; allowed are [times, ");
        arrays.remove("spikes");
        arrays.put("channels", u1(0, 1));
        assertMalformed("array 'channels' has 2 elements, must be 3 as there are events");
        small();
        arrays.put("times_s", u1(1, 2, 3));
        assertMalformed("2 arrays of times, must be one of times, times_ms, times_s, times_us");
    }

    @Test
    void headersAreParsedStrictly() {
        small();
        arrays.put("times", npy(1, "<c8", "(3,)", new byte[24]));
        assertMalformed("times.npy: at byte 10: type '<c8', must be f2, f4, f8, i1");
        arrays.put("times", npy(1, "|O", "(3,)", new byte[24]));
        assertMalformed("type '|O'");
        arrays.put("times", npy(1, "<f4", "(3, 1)", new byte[12]));
        assertMalformed("shape '(3, 1)', must be one dimension");
        arrays.put("times", npy(1, "<f4", "()", new byte[4]));
        assertMalformed("shape '()', must be one dimension");
        arrays.put("times", npy(4, "<f4", "(3,)", new byte[12]));
        assertMalformed("times.npy: at byte 6: version 4, must be 1, 2 or 3");
        arrays.put("times", npy(1, "<f4", "(3,), 'more': (1,)", new byte[12]));
        assertMalformed("must have descr, fortran_order and shape");
        arrays.put("times", bytes(1, 2, 3));
        assertMalformed("times.npy: at byte 3: ends here, 3 bytes too early");
        arrays.put("times", npy(1, "<f4", "(3,)", new byte[13]));
        assertMalformed("there are bytes after the last element, must be the end");
    }

    /** Half a billion numbers are claimed by archives of a few hundred bytes, with a heap that cannot hold them. */
    @Test
    void aClaimOfMuchDataTakesNoMemory() {
        small();
        arrays.put("times", npy(1, "<f4", "(500000000,)", new byte[8]));
        assertMalformed("ends here, 1999999992 bytes too early");
        arrays.put("times", npy(1, "<f4", "(9999999999,)", new byte[8]));
        assertMalformed("must be one dimension of at most 536870909");
        ByteBuffer header = ByteBuffer.wrap(npy(2, "<f4", "(3,)", new byte[12])).order(ByteOrder.LITTLE_ENDIAN);
        arrays.put("times", header.putInt(8, -1).array());
        assertMalformed("times.npy: at byte 8: header of 4294967295 bytes, must be at most 65536");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offsets.npz", "examples.npz"})
    void aTruncatedArchiveIsAnErrorWhereverItEnds(String name) throws IOException {
        byte[] whole = fixture(name);
        for (int length = 0; length < whole.length; length += 3) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedDataException.class)
                    .as("cut off at %d", length)
                    .isThrownBy(() -> read(part))
                    .withMessageContaining("events.npz: is truncated, damaged or no NPZ archive");
        }
    }

    /** An archive has checksums, so a damaged one may only be read where the damage is not in the data. */
    @ParameterizedTest
    @ValueSource(strings = {"offsets.npz", "examples.npz"})
    void aDamagedArchiveIsExplainedOrReadAsItWas(String name) throws IOException {
        byte[] whole = fixture(name);
        EventDataset expected = read(whole);
        SplittableRandom random = new SplittableRandom(11);
        int explained = 0;
        for (int round = 0; round < 800; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                EventDataset data = read(bytes);
                assertThat(data.spikeCount()).as("round %d", round).isEqualTo(expected.spikeCount());
                assertSpikes(data.input(2), name.equals("offsets.npz") ? new int[] {3, 4, 5} : new int[] {0, 3, 4});
            } catch (MalformedDataException problem) {
                assertThat(problem).hasMessageContaining("events.npz");
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(200);
    }

    /** Arrays are changed before they are packed, so that no checksum protects the parser. */
    @Test
    void aDamagedArrayIsExplainedOrRead() throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        int explained = 0;
        for (int round = 0; round < 800; round++) {
            small();
            String name = List.copyOf(arrays.keySet()).get(random.nextInt(arrays.size()));
            byte[] array = arrays.get(name);
            if (random.nextInt(4) == 0) {
                array = Arrays.copyOf(array, random.nextInt(array.length));
            } else {
                array[random.nextInt(array.length)] = (byte) random.nextInt(256);
            }
            arrays.put(name, array);
            try {
                assertThat(read(archive()).size()).isEqualTo(2);
            } catch (MalformedDataException problem) {
                assertThat(problem).hasMessageContaining("events.npz");
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(200);
    }
}
