package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lightcone.perceptron.ParameterArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerceptronPreparationTest {

    @TempDir
    static Path images;

    /** Forty images of two by three pixels to train on and ten to test. */
    @BeforeAll
    static void writeImages() throws IOException {
        write("train", 40);
        write("t10k", 10);
    }

    private static void write(String part, int size) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(16 + 6 * size);
        pixels.putInt(0x803).putInt(size).putInt(2).putInt(3);
        ByteBuffer labels = ByteBuffer.allocate(8 + size);
        labels.putInt(0x801).putInt(size);
        for (int k = 0; k < size; k++) {
            labels.put((byte) (k % 10));
            for (int i = 0; i < 6; i++) {
                pixels.put((byte) ((k + i) % 3 == 0 ? 200 : 0));
            }
        }
        Files.write(images.resolve(part + "-images-idx3-ubyte"), pixels.array());
        Files.write(images.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }

    private static ExperimentFile file() {
        return ExperimentFile.shipped("mnist-perceptron").with("data.validation.last", "10");
    }

    private static PerceptronPreparation prepare(ExperimentFile file) throws IOException {
        return PerceptronPreparation.of(file, Optional.of(images), 1);
    }

    @Test
    void everyVariantPrepares() throws IOException {
        for (String variant : file().variants()) {
            PerceptronPreparation prepared = prepare(file().variant(variant));
            boolean ordinary = variant.startsWith("mlp");
            assertThat(prepared.perceptron().dimensions() == 0).isEqualTo(ordinary);
            assertThat(prepared.training().size()).isEqualTo(30);
            assertThat(prepared.validation().orElseThrow().size()).isEqualTo(10);
            assertThat(prepared.test().size()).isEqualTo(10);
            assertThat(prepared.absent().contains("weights")).isNotEqualTo(ordinary);
            assertThat(prepared.perceptron().parameters().stream().map(ParameterArray::what))
                    .allMatch(prepared.settings().rates()::containsKey);
        }
    }

    @Test
    void withoutHeldOutImagesAllAreTrainedOn() throws IOException {
        PerceptronPreparation prepared = prepare(file().with("data.validation", "null"));
        assertThat(prepared.training().size()).isEqualTo(40);
        assertThat(prepared.validation()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model | network | model = network, must be one of [perceptron]",
                "end | 3 | end = 3, is an unknown field",
                "data.source | csv | data.source = csv, must be one of [mnist]",
                "data.validation | {last: 0} | data.validation.last = 0, must be a whole number from 1",
                "network.populations.hidden.size | 0 | network.populations.hidden.size = 0, must be",
                "network.weights | some | network.weights = some, must be one of [free, distance]",
                "network.weights.distance.planes | bent | network.weights.distance.planes = bent, must be one of",
                "network.weights.distance.scale | [1] | network.weights.distance.scale = [1], must be a list of 2 numbers",
                "network.weights.distance.steepness | 0 | network.weights.distance.steepness = 0, must be above 0",
                "network.dimensions | 65 | network.dimensions = 65, must be a whole number from 1 to 64",
                "learn.0.what | delays | learn.0.what = delays, must be one of",
                "learn.0.rate | 0 | learn.0.rate = 0, must be above 0",
                "learn | [] | learn: nothing is learned",
                "optimiser.method | newton | optimiser.method = newton, must be one of",
                "prune | {share: 1} | share pruned = 1.0, must be at least 0 and below 1",
                "prune | {after: [1]} | prune.after = [1], must be shares of at least 0 and below 1",
                "prune | {which: all} | prune.which = all, must be one of [smallest, longest]",
                "training.batch | 0 | training.batch = 0, must be"
            })
    void whatIsWrongIsSaid(String path, String value, String message) {
        ExperimentFile wrong = file().with(path, value);
        assertThatThrownBy(() -> prepare(wrong))
                .isInstanceOf(ExperimentException.class)
                .extracting(problem -> problem.getMessage().replace("\"", ""))
                .asString()
                .contains(message);
        assertThat(ExperimentSchemaTest.isValid(path.equals("model") ? file().with("end", "1") : wrong))
                .isFalse();
    }

    @Test
    void holdingOutAllIsAnError() {
        assertThatThrownBy(() -> prepare(file().with("data.validation.last", "40")))
                .hasMessageContaining("holds out all of 40 examples");
    }

    @Test
    void whatIsForSpikingNetworksSaysSo() {
        assertThatThrownBy(() -> Preparation.of(file(), Optional.of(images), 1))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("mnist-perceptron: model = \"perceptron\", this works on spiking networks, a perceptron can"
                        + " be trained only");
    }
}
