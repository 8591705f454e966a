package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.network.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedExperimentsTest {

    private static final List<String> GENERATED = List.of("yin-yang", "delayed-xor", "interaural", "randman");
    private static final List<String> READ = List.of(
            "braille",
            "braille-recurrent",
            "spoken-digits",
            "shd",
            "latency-mnist",
            "spatial-mnist",
            "mnist-perceptron");

    /** Returns an experiment with fewer data than it has, where it generates them. */
    private static ExperimentFile small(String name, String variant) {
        ExperimentFile file = ExperimentFile.shipped(name).variant(variant);
        return name.equals("yin-yang") ? file : file.with("data.size", "200");
    }

    private static Experiment experiment(String name, String variant) throws IOException {
        return Preparation.of(small(name, variant), Optional.empty(), 1).experiment();
    }

    static void assertTrains(ExperimentFile file, Optional<Path> data) throws IOException {
        Experiment experiment = Preparation.of(file.with("data.first", "32").with("training.epochs", "1"), data, 2)
                .experiment();
        assertThat(experiment.training().size()).isEqualTo(32);
        assertThat(experiment.validation()).isPresent();
        assertThat(experiment.test()).isPresent();
        try (Trainer trainer = new Trainer(experiment)) {
            double[] before = experiment.network().parameters().weight().clone();
            EpochRecord epoch = trainer.runEpoch(new TrainingListener() {});
            assertThat(epoch.training().loss()).isFinite().isPositive();
            assertThat(experiment.network().parameters().weight()).isNotEqualTo(before);
        }
    }

    static Stream<String> generatedVariants() {
        return GENERATED.stream()
                .flatMap(
                        name -> ExperimentFile.shipped(name).variants().stream().map(variant -> name + " " + variant));
    }

    @ParameterizedTest
    @MethodSource("generatedVariants")
    void everyVariantOfGeneratedDataTrains(String nameAndVariant) throws IOException {
        String[] parts = nameAndVariant.split(" ", -1);
        assertTrains(small(parts[0], parts[1]), Optional.empty());
    }

    @Test
    void allAreListed() {
        assertThat(ExperimentFile.shippedNames())
                .hasSize(GENERATED.size() + READ.size())
                .containsAll(GENERATED)
                .containsAll(READ);
        assertThat(ExperimentFile.shippedNames())
                .allMatch(name -> ExperimentFile.shipped(name).name().equals(name));
    }

    static List<String> generated() {
        return GENERATED;
    }

    /** What makes a comparison of these fair. */
    @ParameterizedTest
    @MethodSource("generated")
    void variantsOfOneSeedDifferInTheirDelaysAlone(String name) throws IOException {
        Parameters learned = experiment(name, "learned").network().parameters();
        for (String variant : ExperimentFile.shipped(name).variants()) {
            Parameters other = experiment(name, variant).network().parameters();
            assertThat(other.weight()).as(variant).isEqualTo(learned.weight());
            assertThat(other.position()).as(variant).isEqualTo(learned.position());
        }
        assertThat(learnedBy(name, "none")).allMatch(group -> group.startsWith("weights"));
        assertThat(learnedBy(name, "frozen")).allMatch(group -> group.startsWith("weights"));
        assertThat(learnedBy(name, "learned")).anyMatch(group -> group.startsWith("positions"));
        assertThat(learnedBy(name, "free")).anyMatch(group -> group.startsWith("delays"));
        assertThat(learnedBy(name, "free-frozen")).allMatch(group -> group.startsWith("weights"));
    }

    private static List<String> learnedBy(String name, String variant) throws IOException {
        return experiment(name, variant).settings().groups().stream()
                .map(group -> group.learnable().name())
                .toList();
    }
}
