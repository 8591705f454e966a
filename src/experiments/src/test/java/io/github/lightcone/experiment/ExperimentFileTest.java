package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {

    @TempDir
    private Path folder;

    private ExperimentFile read(String text) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("my.yaml"), text));
    }

    private void assertRejected(String text, String message) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("my.yaml")
                .withMessageContaining(message);
    }

    @Test
    void jsonIsYaml() throws IOException {
        assertThat(read("{\"name\": \"a\", \"seed\": 3, \"data\": {\"source\": \"randman\"}}")
                        .toYaml())
                .isEqualTo("name: a\nseed: 3\ndata:\n  source: randman\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "1.50", "0x10", "1e5", ".5", ".inf", "1_000", "010", "true", "no", "null", "~", "12:30:00",
                        "2020-01-01",
                "# no comment", "a: b", "- a", "*a", "&a", "!t", "%x", "@x", " blank ", "line\nline", "'", "\"", "ü€𝄞",
                        "{a}",
                "[a", "?", "-", "a #b", "=", "<<"
            })
    void textsSurviveBeingWritten(String text) throws IOException {
        ExperimentFile file = SmallExperiment.file()
                .with(
                        "data.path",
                        "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"");
        ExperimentFile again = read(file.toYaml());
        assertThat(again.root().section("data").text("path")).isEqualTo(text);
        assertThat(again.toYaml()).isEqualTo(file.toYaml());
    }

    @Test
    void charactersOfTwoUnitsMayBeAnywhere() {
        for (int before = 1000; before < 1050; before++) {
            String text = "description: \"" + "x".repeat(before) + "\uD83D\uDE00\"\nname: mine\n";
            assertThat(ExperimentFile.parse("mine.yaml", Path.of(""), text).name())
                    .isEqualTo("mine");
        }
    }

    @Test
    void whatIsWrittenIsTheSameExperiment() throws IOException {
        ExperimentFile again = read(SmallExperiment.file().toYaml());
        assertThat(again.toYaml()).isEqualTo(SmallExperiment.file().toYaml());
        assertThat(again.fingerprints()).isEqualTo(SmallExperiment.file().fingerprints());
        assertThat(SmallExperiment.prepare(again)
                        .experiment()
                        .network()
                        .parameters()
                        .weight())
                .isEqualTo(SmallExperiment.network().parameters().weight());
    }

    @Test
    void changesReachEveryPlaceAndLeaveTheOriginalAlone() {
        ExperimentFile file = SmallExperiment.file();
        String before = file.toYaml();
        ExperimentFile changed = file.with("network.projections.1.weights", "{uniform: [0, 1]}")
                .with("learn.0.rate", "0.5")
                .with("learn.0", "{what: bias, rate: 2}")
                .with("training.augment.dropout", "0.1")
                .with("data.validation", "null");
        assertThat(changed.root().section("training").section("augment").number("dropout"))
                .isEqualTo(0.1);
        assertThat(changed.root().sections("learn").get(0).text("what")).isEqualTo("bias");
        assertThat(changed.root().section("data").has("validation")).isFalse();
        assertThat(changed.toYaml()).contains("uniform:");
        assertThat(file.toYaml()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learn.1.rate",
                "learn.-1.rate",
                "learn.x.rate",
                "seed.deeper",
                "learn.0.rate.deeper",
                "learn.99999999999"
            })
    void placesThatAreNotThereAreNamed(String path) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> SmallExperiment.file().with(path, "1"))
                .withMessageContaining("small.yaml: no place " + path);
    }

    @Test
    void variantsAreSetsOfChanges() throws IOException {
        ExperimentFile file = read(SmallExperiment.TEXT
                + "variants: {fast: {learn.0.rate: 9, network.delays: none}, same: {}, less: {data.test: null}}\n");
        assertThat(file.variants()).containsExactly("fast", "same", "less");
        ExperimentFile fast = file.variant("fast");
        assertThat(fast.root().sections("learn").get(0).number("rate")).isEqualTo(9);
        assertThat(fast.root().section("network").text("delays")).isEqualTo("none");
        assertThat(file.variant("same").toYaml()).isEqualTo(file.toYaml());
        assertThat(file.variant("less").root().section("data").has("test")).isFalse();
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> file.variant("slow"))
                .withMessageEndingWith("there is no variant 'slow'; there are [fast, same, less]");
    }

    @Test
    void ratesAndThingsToLearnAreChangedByName() {
        ExperimentFile file = SmallExperiment.with(
                "learn",
                "[{what: weights, rate: 1, of: 'input->hidden'}, {what: weights, rate: 2, of: 'hidden->output'},"
                        + " {what: bias, rate: 3}]");
        assertThat(file.withRate("weights", 0.5).root().sections("learn"))
                .extracting(entry -> entry.number("rate"))
                .containsExactly(0.5, 0.5, 3.0);
        assertThat(file.learning(List.of("bias")).root().sections("learn")).hasSize(1);
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> file.withRate("delays", 1))
                .withMessageContaining("a rate of 'delays', but learn has no entry for it");
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> file.learning(List.of("wieghts")))
                .withMessageContaining("nothing to learn is called 'wieghts'")
                .withMessageContaining("[weights, bias]");
    }

    @Test
    void dataKeepTheirPlaceWhenTheFileMoves() throws IOException {
        ExperimentFile file = read(SmallExperiment.TEXT).with("data", "{source: csv, path: ../events.csv}");
        String place = folder.toAbsolutePath().resolveSibling("events.csv").toString();
        assertThat(file.withDataAt(Optional.empty()).root().section("data").text("path"))
                .isEqualTo(place);
        assertThat(file.withDataAt(Optional.of(Path.of("/other")))
                        .root()
                        .section("data")
                        .text("path"))
                .isEqualTo("/other");
        assertThat(file.withDataAt(Optional.of(Path.of("/other"))).fingerprints())
                .isEqualTo(file.fingerprints());
        assertThat(SmallExperiment.file().withDataAt(Optional.empty()).toYaml())
                .isEqualTo(SmallExperiment.file().toYaml());
    }

    @Test
    void fingerprintsAreOfWhatIsTrainedOnWhat() {
        ExperimentFile file = SmallExperiment.file();
        assertThat(file.with("training.epochs", "9").with("learn.0.rate", "3").fingerprints())
                .isEqualTo(file.fingerprints());
        for (String change : new String[] {"seed", "end", "data.size", "network.dimensions"}) {
            assertThat(file.with(change, "77").fingerprints()).as(change).isNotEqualTo(file.fingerprints());
        }
    }

    @Test
    void namesCanBeFolders() {
        for (String name : new String[] {"../up", "a/b", "'.hidden'", "'-x'", "'a b'", "'" + "x".repeat(101) + "'"}) {
            ExperimentFile file = SmallExperiment.with("name", name);
            assertThatExceptionOfType(ExperimentException.class)
                    .as(name)
                    .isThrownBy(file::name)
                    .withMessageContaining("small.yaml: name = ")
                    .withMessageContaining("letters, digits, points, dashes");
        }
        assertThat(SmallExperiment.with("name", "my-1.2_x").name()).isEqualTo("my-1.2_x");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() {
        assertRejected("name: a\nseed: [1\nend: 2\n", "my.yaml:3: is neither YAML nor JSON");
        assertRejected("name: a\nname: b\n", "my.yaml:2: is neither YAML nor JSON (Duplicate");
        assertRejected("a: 1\n---\nb: 2\n", "is neither YAML nor JSON");
        assertRejected("", "must have fields");
        assertRejected("- a\n", "must have fields");
        assertRejected("just text", "must have fields");
        assertRejected("a: \u0000", "is neither YAML nor JSON");
        assertRejected("\tname: a", "my.yaml:1: is neither YAML nor JSON");
    }

    @Test
    void aliasesAreRejectedWithTheirLine() {
        assertRejected("a: &x [1]\nb: 1\nc: *x\n", "my.yaml:3: *x stands for another part");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int k = 1; k < 60; k++) {
            bomb.append("a")
                    .append(k)
                    .append(": &a")
                    .append(k)
                    .append(" [*a")
                    .append(k - 1)
                    .append(", *a")
                    .append(k - 1);
            bomb.append("]\n");
        }
        assertRejected(bomb.toString(), "my.yaml:2: *a0");
    }

    @Test
    void hugeAndDeepFilesAreRejected() throws IOException {
        assertRejected("a: " + "x".repeat(1 << 20), "is longer than 1048576 bytes");
        assertRejected("[".repeat(1_000_000), "is neither YAML nor JSON");
        assertRejected("a: " + "{b: ".repeat(200_000), "is neither YAML nor JSON");
        assertRejected("- ".repeat(500_000), "is neither YAML nor JSON");
        assertRejected("a: 1" + "0".repeat(5000) + "\n", "is neither YAML nor JSON");
        assertThatIOException().isThrownBy(() -> ExperimentFile.read(folder.resolve("none.yaml")));
        assertThatIOException().isThrownBy(() -> ExperimentFile.read(folder));
    }

    @Test
    void unknownExperimentsAreNamedWithThoseThereAre() {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> ExperimentFile.shipped("yinyang"))
                .withMessageContaining("there is no experiment 'yinyang'; there are [yin-yang, braille")
                .withMessageContaining(".yaml");
    }
}
