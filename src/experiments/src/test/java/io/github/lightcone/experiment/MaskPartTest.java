package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Projection;
import io.github.lightcone.space.ConductionDelay;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prune and rewire parts: what they promise is what a trained network has. Projections have 24 and 8 synapses. */
class MaskPartTest {

    /** A trained network and what was recorded. */
    private record Result(Network network, List<EpochRecord> records) {

        List<Integer> left() {
            return network.projections().stream().map(this::left).toList();
        }

        private int left(Projection projection) {
            return (int) IntStream.range(projection.firstSynapse(), projection.endSynapse())
                    .filter(s -> network.parameters().weight()[s] != 0)
                    .count();
        }

        EpochRecord last() {
            return records.get(records.size() - 1);
        }
    }

    private static Result train(String... placesAndValues) {
        Experiment experiment = SmallExperiment.experiment(placesAndValues);
        try (Trainer trainer = new Trainer(experiment)) {
            List<EpochRecord> records = trainer.run(new TrainingListener() {});
            return new Result(trainer.network(), records);
        }
    }

    @Test
    void nothingIsPrunedUnlessAsked() {
        assertThat(SmallExperiment.experiment().settings().masking()).isEmpty();
        Result result = train();
        assertThat(result.left()).containsExactly(24, 8);
        assertThat(result.last().connections().density()).isEqualTo(1);
    }

    /** 24 x 0.29 = 6.96, 8 x 0.29 = 2.32, 32 x 0.29 = 9.28. */
    @ParameterizedTest
    @ValueSource(strings = {"longest", "smallest", "random"})
    void theDensityIsThatPromised(String by) {
        Result each = train("prune", "{by: " + by + ", to: 0.29}");
        assertThat(each.left()).containsExactly(7, 2);
        assertThat(each.last().connections().left()).isEqualTo(9);
        assertThat(each.last().connections().density()).isEqualTo(9 / 32.0);
        Result together = train("prune", "{by: " + by + ", to: 0.29, per: network}");
        assertThat(together.left().stream().mapToInt(left -> left).sum()).isEqualTo(9);
        Result one = train("prune", "{by: " + by + ", to: 0.29, of: input->hidden, each: epoch}");
        assertThat(one.left()).containsExactly(7, 8);
    }

    @Test
    void theLongestAreGone() {
        Network network = train("prune", "{by: longest, to: 0.4, per: network}").network();
        double longestLeft = 0;
        double shortestGone = Double.POSITIVE_INFINITY;
        for (int s = 0; s < network.synapseCount(); s++) {
            double length =
                    ConductionDelay.distance(network.parameters().position(), 2, network.source(s), network.target(s));
            if (network.parameters().weight()[s] == 0) {
                shortestGone = Math.min(shortestGone, length);
            } else {
                longestLeft = Math.max(longestLeft, length);
            }
        }
        assertThat(longestLeft).isPositive().isLessThan(shortestGone);
    }

    /** After 1, 2, 3 of 3 epochs; cubic from 0 to 2 leaves 0.5 + 0.5 / 8 after one epoch: 13.5 and 4.5, rounded up. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{by: random, to: 0.5, until: 2} | 19 16 16",
                "{by: random, to: 0.5, from: 1, until: 3, schedule: linear} | 32 24 16",
                "{by: random, to: 0.5, from: 2, schedule: constant, each: epoch} | 32 16 16",
                "{by: random, to: 0.5, from: 3} | 32 32 16"
            })
    void schedulesAreKept(String prune, String left) {
        Result result = train("prune", prune, "training.epochs", "3");
        assertThat(result.records().stream()
                        .map(record -> Integer.toString(record.connections().left())))
                .containsExactly(left.split(" ", -1));
    }

    @Test
    void deepRKeepsItsDensity() {
        Result result = train("rewire", "{method: deep-r, density: 0.25, temperature: 500}", "training.epochs", "3");
        assertThat(result.records())
                .allMatch(record -> record.connections().left() == 8)
                .anyMatch(record -> record.connections().woken() > 0);
        Result one = train("rewire", "{method: deep-r, density: 0.25, of: [hidden->output]}");
        assertThat(one.last().connections().left()).isEqualTo(26);
        assertThat(one.left().get(0)).isEqualTo(24);
    }

    @Test
    void placesOfItCanBeSet() {
        Result result = train("prune.by", "smallest", "prune.to", "0.5", "prune.to", "0.25");
        assertThat(result.left()).containsExactly(6, 2);
        assertThat(SmallExperiment.with("prune.to", "0.5").fingerprints())
                .isNotEqualTo(SmallExperiment.file().fingerprints());
    }

    /** The seed of the experiment draws what random pruning takes. */
    @Test
    void randomPruningFollowsTheSeed() {
        String prune = "{by: random, to: 0.5}";
        assertThat(gone(train("prune", prune))).isEqualTo(gone(train("prune", prune)));
        assertThat(gone(train("prune", prune))).isNotEqualTo(gone(train("prune", prune, "seed", "6")));
    }

    private static List<Integer> gone(Result result) {
        return IntStream.range(0, 32)
                .filter(s -> result.network().parameters().weight()[s] == 0)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "prune | 3 | prune = 3, must have fields of its own",
                "prune | {to: 0.5} | prune.by is missing",
                "prune | {by: shortest, to: 0.5} | prune.by = \"shortest\", must be one of [longest, slowest, smallest, random]",
                "prune | {by: longest} | prune.to is missing",
                "prune | {by: longest, to: 0} | prune.to = 0, must be above 0",
                "prune | {by: longest, to: 1.5} | prune.to = 1.5, must be above 0 and at most 1",
                "prune | {by: longest, to: 0.5, from: 2} | prune.from = 2, must be a whole number from 0 to 1",
                "prune | {by: longest, to: 0.5, from: 1, schedule: linear} | prune.from = 1, must be below training.epochs = 1",
                "prune | {by: longest, to: 0.5, schedule: cubic} | prune.until is missing",
                "prune | {by: longest, to: 0.5, until: 2} | prune.until = 2, must be a whole number from 1 to 1",
                "prune | {by: longest, to: 0.5, until: 1, schedule: constant} | prune.until = 1, is for a linear or cubic schedule",
                "prune | {by: longest, to: 0.5, schedule: square} | prune.schedule = \"square\", must be one of [constant, linear, cubic]",
                "prune | {by: longest, to: 0.5, each: batch} | prune.each = \"batch\", must be one of [step, epoch]",
                "prune | {by: longest, to: 0.5, per: layer} | prune.per = \"layer\", must be one of [network, projection]",
                "prune | {by: longest, to: 0.5, of: x} | prune.of = \"x\", names a projection that does not exist; there are [input->hidden,",
                "prune | {by: longest, to: 0.5, density: 1} | prune.density = 1, is an unknown field; there are [by,",
                "rewire | {density: 0.5} | rewire.method is missing",
                "rewire | {method: set, density: 0.5} | rewire.method = \"set\", must be one of [deep-r]",
                "rewire | {method: deep-r} | rewire.density is missing",
                "rewire | {method: deep-r, density: 2} | rewire.density = 2, must be above 0 and at most 1",
                "rewire | {method: deep-r, density: 0.5, temperature: -1} | rewire.temperature = -1, must be at least 0",
                "rewire | {method: deep-r, density: 0.5, of: [x]} | rewire.of = [\"x\"], names a projection that does not exist",
                "rewire | {method: deep-r, density: 0.5, to: 1} | rewire.to = 1, is an unknown field"
            })
    void wrongPlacesAreNamed(String path, String value, String message) {
        assertRefused(message, path, value);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertRefused(
                "has both prune and rewire",
                "prune",
                "{by: random, to: 0.5}",
                "rewire",
                "{method: deep-r, density: 0.5}");
        assertRefused(
                "rewire: deep-r needs weights that are learned, those of [input->hidden] are not; name others in 'of'",
                "learn.0.of",
                "hidden->output",
                "rewire",
                "{method: deep-r, density: 0.5}");
        assertRefused(
                "prune.by = \"longest\", needs positions: all neurons are at the same place",
                "network.populations.input.positions",
                "0",
                "network.populations.hidden.positions",
                "0",
                "network.populations.output.positions",
                "0",
                "prune",
                "{by: longest, to: 0.5}");
    }

    private static void assertRefused(String message, String... placesAndValues) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> SmallExperiment.experiment(placesAndValues))
                .withMessageStartingWith("small.yaml: ")
                .withMessageContaining(message);
    }
}
