package io.github.lightcone.data.neuromorphic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.fuzz.Hdf5Checksums;
import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by h5py in the layout of the published ones; what they hold is the formula of the script. */
class HeidelbergFileTest {

    private static final int TRIALS = 6;

    @TempDir
    private Path folder;

    private int files;

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = HeidelbergFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** Writes a file of its own each time: one that is open must not be overwritten. */
    private Path write(byte[] bytes) throws IOException {
        files++;
        return Files.write(folder.resolve(files == 1 ? "shd_train.h5" : "shd_" + files + ".h5"), bytes);
    }

    private static EventDataset read(Path file, HeidelbergSet set) throws IOException {
        try (HeidelbergFile opened = HeidelbergFile.open(file, set, Split.TRAIN)) {
            return opened.dataset();
        }
    }

    private static void assertTrial(SpikeTrains spikes, int trial) {
        int count = trial == 2 ? 0 : trial + 2;
        assertThat(spikes.size()).isEqualTo(count);
        for (int k = 0; k < count; k++) {
            assertThat(spikes.time(k)).isEqualTo((k + 1) * (trial + 1) / 64.0 * 1000);
            assertThat(spikes.neuron(k)).isEqualTo((37 * trial + 101 * k) % 700);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shd_float16.h5, SHD",
        "shd_float32.h5, SHD",
        "ssc_float64.h5, SSC",
        "shd_packed.h5, SHD",
        "ssc_packed.h5, SSC"
    })
    void readsTimesOfEveryPrecisionPackedOrNot(String name, HeidelbergSet set) throws IOException {
        EventDataset data = read(write(fixture(name)), set);
        assertThat(data.size()).isEqualTo(TRIALS);
        assertThat(data.channels()).isEqualTo(700);
        assertThat(data.classes()).isEqualTo(set.classes());
        for (int trial = 0; trial < TRIALS; trial++) {
            assertTrial(data.input(trial), trial);
            assertThat(data.label(trial)).isEqualTo(3 * trial % set.classes());
        }
    }

    @Test
    void speakersAreGroupsAndKeysAreClassNames() throws IOException {
        EventDataset data = read(write(fixture("shd_float16.h5")), HeidelbergSet.SHD);
        assertThat(data.groups()).containsExactly("0", "1", "2");
        assertThat(data.group(4)).isEqualTo("1");
        assertThat(data.classNames()).hasSize(20).startsWith("wört 0", "wört 1");
        EventDataset bare = read(write(fixture("ssc_float64.h5")), HeidelbergSet.SSC);
        assertThat(bare.groups()).containsExactly("");
        assertThat(bare.classNames()).hasSize(35).startsWith("0", "1");
    }

    @Test
    void someTrialsCanBeRead() throws IOException {
        try (HeidelbergFile file =
                HeidelbergFile.open(write(fixture("shd_float32.h5")), HeidelbergSet.SHD, Split.TRAIN)) {
            EventDataset data = file.dataset(trial -> trial >= 3);
            assertThat(data.size()).isEqualTo(3);
            assertTrial(data.input(0), 3);
            assertTrial(data.input(2), 5);
            assertThatIllegalArgumentException().isThrownBy(() -> file.dataset(trial -> false));
        }
    }

    @Test
    void publishedSizesAreRecognisedAndOthersSaidToBeOthers() throws IOException {
        assertThat(HeidelbergSet.SHD.edition(8156)).isEqualTo("SHD train part, current files");
        assertThat(HeidelbergSet.SHD.edition(2088)).isEqualTo("SHD test part, older files of 8332 and 2088 trials");
        assertThat(HeidelbergSet.SSC.edition(9981)).isEqualTo("SSC validation part, current files");
        try (HeidelbergFile file =
                HeidelbergFile.open(write(fixture("shd_float32.h5")), HeidelbergSet.SHD, Split.TRAIN)) {
            assertThat(file.edition()).isEqualTo("none of the published parts of SHD: 6 trials");
        }
    }

    @Test
    void aFolderIsSearchedForTheFileOfThePart() throws IOException {
        write(fixture("shd_float16.h5"));
        assertThat(read(folder, HeidelbergSet.SHD).size()).isEqualTo(TRIALS);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> HeidelbergFile.open(folder, HeidelbergSet.SSC, Split.VALIDATION))
                .withMessageContaining("ssc_valid.h5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeidelbergFile.open(folder, HeidelbergSet.SHD, Split.VALIDATION));
    }

    private void assertMalformed(byte[] bytes, HeidelbergSet set, String problem) throws IOException {
        Path file = write(bytes);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(file, set))
                .withMessageStartingWith(file + ": ")
                .withMessageContaining(problem);
    }

    /** Returns a copy in which one sequence of bytes, which must be there once, is another. */
    private static byte[] replace(byte[] bytes, byte[] old, byte[] replacement) {
        byte[] copy = bytes.clone();
        int found = 0;
        for (int at = 0; at + old.length <= copy.length; at++) {
            if (Arrays.equals(copy, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(replacement, 0, copy, at, replacement.length);
                found++;
            }
        }
        assertThat(found).as("places to change").isEqualTo(1);
        return copy;
    }

    private static byte[] float64(double value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(value)
                .array();
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    @Test
    void valuesOutOfRangeAreNamedWithTheirTrial() throws IOException {
        byte[] whole = fixture("ssc_float64.h5");
        byte[] old = float64(42 / 64.0);
        assertMalformed(
                replace(whole, old, float64(-0.25)), HeidelbergSet.SSC, "trial 5, spike 6: time -0.25 s, must be");
        assertMalformed(
                replace(whole, old, float64(Double.NaN)), HeidelbergSet.SSC, "trial 5, spike 6: time NaN s, must be");
        byte[] unit = int64((37 * 5 + 101) % 700);
        assertMalformed(
                replace(whole, unit, int64(700)),
                HeidelbergSet.SSC,
                "trial 5, spike 1: unit 700, must be from 0 to 699");
        assertMalformed(
                replace(whole, unit, int64(-1)), HeidelbergSet.SSC, "trial 5, spike 1: unit -1, must be from 0 to 699");
    }

    @Test
    void timesAreFiniteInMs() throws IOException {
        byte[] late = replace(fixture("ssc_float64.h5"), float64(42 / 64.0), float64(1e306));
        assertMalformed(
                late, HeidelbergSet.SSC, "trial 5, spike 6: time 1.0E306 s, must be at least 0 and finite in ms");
    }

    @Test
    void labelsBeyondTheClassesAreNamed() throws IOException {
        byte[] whole = fixture("shd_few_labels.h5");
        byte[] labels = {0, 0, 3, 0, 6, 0, 9, 0, 12, 0};
        byte[] wrong = {0, 0, 3, 0, 20, 0, 9, 0, 12, 0};
        assertMalformed(replace(whole, labels, wrong), HeidelbergSet.SHD, "trial 2: label 20, must be from 0 to 19");
    }

    @Test
    void structureIsCheckedBeforeSpikesAreRead() throws IOException {
        assertMalformed(
                fixture("shd_few_labels.h5"), HeidelbergSet.SHD, "'spikes/times' has 6 trials, must be 5 as 'labels'");
        assertMalformed(
                fixture("shd_ragged.h5"), HeidelbergSet.SHD, "trial 4 has 6 times and 5 units, must be as many");
        byte[] renamed = replace(
                fixture("shd_ragged.h5"),
                "units".getBytes(StandardCharsets.US_ASCII),
                "unitz".getBytes(StandardCharsets.US_ASCII));
        assertMalformed(renamed, HeidelbergSet.SHD, "data set 'spikes/units' is missing");
        assertMalformed(
                fixture("shd_float32.h5"), HeidelbergSet.SSC, "'extra/keys' names 20 classes, must be 35 as in SSC");
    }

    /** A billion entries are claimed, for which there is no room in the heap. */
    @ParameterizedTest
    @CsvSource({"EAHD, 44", "BTHD, 26"})
    void anIndexClaimsAtMostAsManyEntriesAsTheFileHasBytes(String header, int countAt) throws IOException {
        byte[] whole = fixture("ssc_packed.h5");
        byte[] damaged = whole.clone();
        int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf(header);
        ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putLong(start + countAt, 1 << 30);
        Hdf5Checksums.repair(damaged, whole, ChecksumUtils::checksum);
        assertMalformed(
                damaged, HeidelbergSet.SSC, "an index of 1073741824 entries, must have at most " + whole.length);
    }

    /** There would be two billion rounds without a byte to move. */
    @Test
    void theShuffleIsThatOfTheElements() throws IOException {
        byte[] old = "shuffle\0\2\0\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] wide = old.clone();
        ByteBuffer.wrap(wide).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
        assertMalformed(
                replace(fixture("shd_packed.h5"), old, wide),
                HeidelbergSet.SHD,
                "cannot read labels (shuffled as elements of another size)");
    }

    @Test
    void thereAreAtMostAsManyChunksAsTheFileHasBytes() throws IOException {
        byte[] bytes = fixture("shd_packed.h5");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String lengths = new String(int64(TRIALS), StandardCharsets.ISO_8859_1) + "\u00ff".repeat(Long.BYTES);
        for (int at = text.indexOf(lengths); at >= 0; at = text.indexOf(lengths, at + 1)) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, 1_000_000);
        }
        assertMalformed(bytes, HeidelbergSet.SHD, "'spikes/times' has number of chunks 250000, must be at most ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shd_float16.h5", "shd_float32.h5", "ssc_float64.h5"})
    void aTruncatedFileIsAnErrorWhereverItEnds(String name) throws IOException {
        byte[] whole = fixture(name);
        HeidelbergSet set = name.startsWith("ssc") ? HeidelbergSet.SSC : HeidelbergSet.SHD;
        int last = whole.length - 1;
        while (whole[last] == 0) {
            last--;
        }
        for (int length = 0; length <= last; length += 97) {
            assertMalformed(Arrays.copyOf(whole, length), set, "");
        }
    }

    /** Bytes are flipped at random: an error that names the file, or a data set of all trials. */
    @ParameterizedTest
    @ValueSource(strings = {"shd_float16.h5", "shd_float32.h5", "ssc_float64.h5"})
    void aDamagedFileIsExplainedOrReadAsAWhole(String name) throws IOException {
        byte[] whole = fixture(name);
        HeidelbergSet set = name.startsWith("ssc") ? HeidelbergSet.SSC : HeidelbergSet.SHD;
        SplittableRandom random = new SplittableRandom(7);
        int explained = 0;
        for (int round = 0; round < 400; round++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change <= round % 3; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = write(bytes);
            try {
                assertThat(read(file, set).size()).as("round %d", round).isEqualTo(TRIALS);
            } catch (MalformedDataException problem) {
                assertThat(problem).hasMessageStartingWith(file.toString());
                explained++;
            }
        }
        assertThat(explained).isPositive();
    }
}
