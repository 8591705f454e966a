package io.github.lightcone.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.formats.FormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What h5py writes in every way that is read; the numbers are those of the formulas in the script that wrote them. */
class Hdf5ReaderTest {

    private static final Path FIXTURES = Path.of("src/test/resources/io/github/lightcone/formats/python");

    @TempDir
    private Path folder;

    private static Hdf5Reader open(String name) throws IOException {
        return Hdf5Reader.open(FIXTURES.resolve(name));
    }

    private Hdf5Reader changed(String name, byte[] bytes) throws IOException {
        return Hdf5Reader.open(Files.write(folder.resolve(name), bytes));
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FIXTURES.resolve(name));
    }

    /** Returns where a text stands in bytes. */
    private static int place(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static double[] matrix() {
        double[] values = new double[5 * 7];
        for (int k = 0; k < values.length; k++) {
            int row = k / 7;
            values[k] = row - k % 7 / 4.0;
        }
        return values;
    }

    private static void assertProblem(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(FormatException.class).hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i1", "_big_i2", "i4", "_big_i8"})
    void signedIntegersOfAnyWidth(String type) throws IOException {
        assertThat(open("elements.h5").longs("signed" + type, 6)).containsExactly(-2, -1, 0, 1, 2, 3);
        assertThat(open("elements.h5").doubles("signed" + type, 6)).containsExactly(-2, -1, 0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "u2", "_big_u4", "u8"})
    void unsignedIntegersOfAnyWidth(String type) throws IOException {
        assertThat(open("elements.h5").longs("unsigned" + type, 6)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f2", "_big_f4", "f8", "_big_f8"})
    void floatingPointOfAnyPrecision(String type) throws IOException {
        assertThat(open("elements.h5").doubles("signed" + type, 6)).containsExactly(-2, -1, 0, 1, 2, 3);
        assertProblem(
                () -> open("elements.h5").longs("signed" + type, 6),
                "elements.h5: '/signed" + type + "' holds floating-point numbers, must be integers");
    }

    @Test
    void integersBeyondTheSignBitAreUnsigned() throws IOException {
        assertThat(open("elements.h5").doubles("large", 4)).containsExactly(0, 0x1p63, 0x1p63, 0x1p64);
        assertProblem(
                () -> open("elements.h5").longs("large", 4),
                "'/large' has the element [2] = 9223372036854775808, must be below 2^63");
    }

    @Test
    void textsOfOneLengthAndOfAny() throws IOException {
        Hdf5Reader file = open("elements.h5");
        assertThat(file.text("text")).isEqualTo("µm");
        assertThat(file.texts("texts", 3)).containsExactly("a", "bcd", "");
        assertThat(file.attribute("array", "unit")).isEqualTo("ms");
        assertThat(file.attribute("array", "none")).isNull();
        assertProblem(() -> file.attribute("array", "number"), "'/array@number' (must be one text)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bfloat16  | 3 | holds FloatingPoint, must be numbers of at most 8 bytes
            enum      | 2 | holds EnumDataType, must be numbers of at most 8 bytes
            texts     | 3 | holds text, must be numbers of at most 8 bytes
            soft      | 2 | is a link to elsewhere, must be a group or an array
            elsewhere | 2 | is a link to elsewhere, must be a group or an array
            nothing   | 2 | is missing, must be an array
            """)
    void whatHoldsNoNumbersIsNamed(String name, int length, String problem) {
        assertProblem(() -> open("elements.h5").doubles(name, length), "elements.h5: '/" + name + "' ", problem);
    }

    @Test
    void otherTextsAndNullAreNamed() {
        assertProblem(() -> open("elements.h5").text("latin"), "'/latin'", "a text that is not UTF-8");
        assertProblem(() -> open("elements.h5").text("array"), "'/array' has the shape [2], must be []");
        assertProblem(() -> open("elements.h5").doubles("null"), "'/null' (its elements are not in the file)");
        assertProblem(() -> open("elements.h5").children("array"), "'/array' is an array, must be a group");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, f4",
        "plain, f8",
        "shuffled, f4",
        "shuffled, f8",
        "gzip, f4",
        "gzip, f8",
        "gzip_shuffled, f4",
        "gzip_shuffled, f8",
        "checked, f4",
        "checked, f8",
        "all, f4",
        "all, f8",
        "lzf, f4",
        "lzf, f8"
    })
    void everyFilterIsUndone(String filter, String type) throws IOException {
        assertThat(open("filters.h5").doubles(filter + "_" + type, 5, 7)).containsExactly(matrix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "single_gzip", "fixed", "fixed_gzip", "extensible", "tree", "implicit"})
    void everyIndexIsFollowed(String index) throws IOException {
        assertThat(open("indices.h5").doubles(index, 5, 7)).containsExactly(matrix());
    }

    @Test
    void groupsAndAttributesMayStandInHeaps() throws IOException {
        Hdf5Reader file = open("indices.h5");
        assertThat(file.children("many")).hasSize(12);
        assertThat(file.doubles("many/a3", 3)).containsExactly(0, 1, 2);
        assertThat(file.attribute("single", "note11")).isEqualTo("n11");
    }

    @Test
    void filtersThatAreNotKnownAndHolesAreNamed() {
        assertProblem(() -> open("filters.h5").longs("scaled", 9), "'/scaled'", "scaleoffset");
        assertProblem(() -> open("filters.h5").doubles("hole", 6), "'/hole'", "No chunk with offset [3]");
    }

    @Test
    void checksumsAreCompared() throws IOException {
        byte[] bytes = bytes("filters.h5");
        // Elements 0, -1/4 and -1/2 of the first chunk, then 1: no other chunk begins so.
        ByteBuffer pattern = ByteBuffer.allocate(4 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        pattern.putDouble(0).putDouble(-0.25).putDouble(-0.5).putDouble(1);
        String text = new String(pattern.array(), StandardCharsets.ISO_8859_1);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            bytes[at + Double.BYTES] ^= 1;
        }
        Hdf5Reader file = changed("bad.h5", bytes);
        assertThat(file.doubles("plain_f8", 5, 7)).isNotEqualTo(matrix());
        assertProblem(() -> file.doubles("checked_f8", 5, 7), "'/checked_f8'", "a chunk with the checksum ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void elementsThatClaimToBeHugeAreNotUnshuffled(int width) throws IOException {
        byte[] bytes = bytes("filters.h5");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String name = "shuffle\0";
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
            buffer.putInt(at + name.length(), width);
        }
        assertProblem(
                () -> changed("huge.h5", bytes).doubles("shuffled_f8", 5, 7),
                "'/shuffled_f8' (shuffled as elements of " + width + " bytes, must be 1 to 48)");
    }

    @ParameterizedTest
    @CsvSource({"EAHD, 44, extensible", "FAHD, 8, fixed", "BTHD, 26, tree"})
    void indicesThatClaimToBeHugeAreRefusedBeforeThereIsRoomForThem(String signature, int at, String array)
            throws IOException {
        byte[] bytes = bytes("indices.h5");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int start = all.indexOf(signature); start >= 0; start = all.indexOf(signature, start + 1)) {
            buffer.putLong(start + at, Integer.MAX_VALUE - 8L);
        }
        Hdf5Reader file = changed("huge.h5", bytes);
        assertProblem(
                () -> file.doubles(array, 5, 7),
                "'/" + array + "' (an index of 2147483639 entries, must have at most " + bytes.length);
    }

    @Test
    void theFormatMayBeginBehindABlockOfTheUser() throws IOException {
        byte[] bytes = bytes("elements.h5");
        assertThat(place(bytes, "HDF\r\n")).isEqualTo(513);
        bytes[512] = 0;
        assertProblem(() -> changed("none.h5", bytes), "is truncated, damaged or no HDF5 file", "no signature");
    }
}
