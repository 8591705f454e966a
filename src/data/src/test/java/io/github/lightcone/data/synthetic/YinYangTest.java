package io.github.lightcone.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YinYangTest {

    /** Known first output of MT19937 for its default seed. */
    @Test
    void mersenneTwisterStartsAsPublished() {
        assertThat(Integer.toUnsignedLong(new MersenneTwister(5489).nextInt())).isEqualTo(3499211612L);
    }

    /** Digests of the published sets: big-endian x, y and a byte for the label of each point. */
    @ParameterizedTest
    @CsvSource({
        "5000, 42, 6f396a1655e123391a5e9957576c8245aa7e347344a408c86a768ae5b869740f",
        "1000, 41, 227f169e981192512aeec297e6867cbe2964e31a485364a0c9058618cf7e461c",
        "1000, 40, bacd45bc57120b507d7842da6f11127c237ec9df8609665a0748840c09c9498d"
    })
    void setsAreThePublishedOnesBitForBit(int size, int seed, String digest) throws NoSuchAlgorithmException {
        assertThat(digest(YinYang.generate(size, seed))).isEqualTo(digest);
    }

    private static String digest(YinYang set) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(17 * set.size());
        for (int i = 0; i < set.size(); i++) {
            bytes.putDouble(set.x(i)).putDouble(set.y(i)).put((byte) set.label(i));
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    @ParameterizedTest
    @CsvSource({
        "train_seed42_n5000.csv, 5000, 42",
        "validation_seed41_n1000.csv, 1000, 41",
        "test_seed40_n1000.csv, 1000, 40"
    })
    void setsAreThoseOfThePublishedFiles(String file, int size, int seed) throws IOException {
        Path path = DataFolder.require("yinyang").resolve(file);
        List<String> rows = Files.readAllLines(path);
        YinYang set = YinYang.generate(size, seed);
        assertThat(rows).hasSize(size + 1);
        for (int i = 0; i < size; i++) {
            String[] cells = rows.get(i + 1).split(",", -1);
            assertThat(set.x(i)).isEqualTo(Double.parseDouble(cells[0]));
            assertThat(set.y(i)).isEqualTo(Double.parseDouble(cells[1]));
            assertThat(set.label(i)).isEqualTo(Integer.parseInt(cells[4]));
        }
    }

    @Test
    void firstLabelsOfTheTrainingSet() {
        YinYang set = YinYang.training();
        int[] first = new int[10];
        for (int i = 0; i < first.length; i++) {
            first[i] = set.label(i);
        }
        assertThat(first).containsExactly(2, 1, 2, 1, 1, 1, 0, 2, 2, 0);
    }

    @Test
    void classesOfTellingPoints() {
        assertThat(YinYang.classOf(0.75, 0.5)).as("right dot").isEqualTo(2);
        assertThat(YinYang.classOf(0.25, 0.5)).as("left dot").isEqualTo(2);
        assertThat(YinYang.classOf(0.5, 0.9)).as("top").isEqualTo(1);
        assertThat(YinYang.classOf(0.5, 0.1)).as("bottom").isEqualTo(0);
        assertThat(YinYang.classOf(0.25, 0.3)).as("around the left dot").isEqualTo(1);
        assertThat(YinYang.classOf(0.75, 0.7)).as("around the right dot").isEqualTo(0);
    }

    @Test
    void encodesFourValuesAndTheBias() {
        YinYang set = YinYang.generate(3, 1);
        EventDataset data = set.encode(LatencyEncoding.between(2, 12).withBias(1));
        assertThat(data.channels()).isEqualTo(5);
        assertThat(data.classes()).isEqualTo(3);
        SpikeTrains input = data.input(2);
        double[] byChannel = new double[5];
        for (int k = 0; k < input.size(); k++) {
            byChannel[input.neuron(k)] = input.time(k);
        }
        assertThat(byChannel)
                .containsExactly(
                        2 + 10 * set.x(2), 2 + 10 * set.y(2), 2 + 10 * (1 - set.x(2)), 2 + 10 * (1 - set.y(2)), 1);
        assertThat(data.label(2)).isEqualTo(set.label(2));
    }

    @Test
    void aSetHasPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YinYang.generate(0, 1))
                .withMessage("size = 0, must be at least 1");
    }
}
