package io.github.lightcone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.network.Network;
import io.github.lightcone.space.ConductionDelay;
import io.github.lightcone.structure.analysis.AnalysisProgress;
import io.github.lightcone.structure.analysis.MeasureGroup;
import io.github.lightcone.structure.analysis.StructureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment says about measuring along the way. */
class MeasurePartTest {

    private static StructurePlan plan(String measure, String... more) {
        ExperimentFile file = SmallExperiment.with(more).with("training.epochs", "12");
        return SmallExperiment.prepare(file.with("measure", measure))
                .structure()
                .orElseThrow();
    }

    @Test
    void nothingIsMeasuredUnlessAsked() {
        assertThat(SmallExperiment.prepare(SmallExperiment.file()).structure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{every: 5} | 0 5 10", "{every: 12} | 0 12", "{epochs: [7, 0, 7]} | 0 7", "{epochs: []} | ''"})
    void theEpochsAreThoseAskedFor(String measure, String epochs) {
        StructurePlan plan = plan(measure);
        List<String> asked = IntStream.rangeClosed(0, 12)
                .filter(plan::asksFor)
                .mapToObj(Integer::toString)
                .toList();
        assertThat(String.join(" ", asked)).isEqualTo(epochs);
    }

    @Test
    void settingsAreThoseOfTheFile() {
        StructurePlan plan = plan("{every: 1, of: [hidden, output], groups: [wiring, rich-club], nulls: 3,"
                + " restarts: 4, resolution: 1.5}");
        assertThat(plan.populations()).containsExactly("hidden", "output");
        assertThat(plan.settings().groups()).containsExactlyInAnyOrder(MeasureGroup.WIRING, MeasureGroup.RICH_CLUB);
        assertThat(plan.settings().nulls()).isEqualTo(3);
        assertThat(plan.settings().restarts()).isEqualTo(4);
        assertThat(plan.settings().resolution()).isEqualTo(1.5);
        StructurePlan usual = plan("{every: 1, groups: size}");
        assertThat(usual.populations()).isEmpty();
        assertThat(usual.settings().nulls()).isZero();
        assertThat(usual.settings().restarts()).isEqualTo(10);
        assertThat(plan("{every: 1}").settings().groups()).hasSize(12).noneMatch(MeasureGroup::needsResponses);
    }

    @Test
    void everyEpochHasASeedOfItsOwn() {
        StructurePlan plan = plan("{every: 1}");
        StructurePlan other = plan("{every: 2}", "seed", "6");
        List<Long> seeds = new ArrayList<>();
        for (int epoch = 0; epoch < 100; epoch++) {
            seeds.add(plan.seed(epoch));
            seeds.add(other.seed(epoch));
        }
        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed >= 0);
        assertThat(plan("{epochs: [3]}").seed(3)).isEqualTo(plan.seed(3));
    }

    /** The sum of |w| d over the synapses between these populations, and no others. */
    @Test
    void wiringIsThatOfTheSynapsesAmongThePopulations() {
        ExperimentFile file = SmallExperiment.with("measure", "{every: 1, of: [hidden, output], groups: wiring}");
        Preparation prepared = SmallExperiment.prepare(file);
        Network network = prepared.experiment().network().network();
        StructureReport report = prepared.structure().orElseThrow().measure(network, 0, AnalysisProgress.none());
        double sum = 0;
        for (int s = network.projections().get(1).firstSynapse(); s < network.synapseCount(); s++) {
            sum += Math.abs(network.parameters().weight()[s])
                    * ConductionDelay.distance(
                            network.parameters().position(), 2, network.source(s), network.target(s));
        }
        assertThat(report.group(MeasureGroup.WIRING).figure("wiring cost").value())
                .isCloseTo(sum, within(1e-12 * sum));
        assertThat(report.graph().graph().edgeCount()).isEqualTo(8);
    }

    @Test
    void aRunGoesOnWithTheMeasuresItBeganWith() {
        ExperimentFile file = SmallExperiment.with("measure", "{every: 1}");
        assertThat(file.fingerprints()).containsKey("measure");
        assertThat(file.with("measure.every", "2").fingerprints()).isNotEqualTo(file.fingerprints());
        assertThat(SmallExperiment.file().fingerprints()).doesNotContainKey("measure");
    }
}
