package io.github.lightcone.learning.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lightcone.learning.optimise.LearningRate;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentSettingsTest {

    private static ExperimentSettingsBuilder start() {
        return YinYangExperiment.defaults().change();
    }

    @Test
    void aModeOfDelaysBringsWhatIsUsuallyLearned() {
        assertThat(start().delays(DelayMode.NONE).build().learn()).containsExactly(ParameterGroup.WEIGHTS);
        assertThat(start().delays(DelayMode.FREE).build().learn())
                .containsExactly(ParameterGroup.WEIGHTS, ParameterGroup.DELAYS);
        assertThat(start().delays(DelayMode.SPATIAL).build().learn())
                .containsExactly(ParameterGroup.WEIGHTS, ParameterGroup.POSITIONS);
    }

    @ParameterizedTest
    @CsvSource({"NONE, POSITIONS", "NONE, DELAYS", "NONE, SPEED", "FREE, POSITIONS", "FREE, SPEED"})
    void whatHasNoEffectCannotBeLearned(DelayMode mode, ParameterGroup group) {
        ExperimentSettingsBuilder settings = start().delays(mode).learn(ParameterGroup.WEIGHTS, group);
        assertThatIllegalArgumentException()
                .isThrownBy(settings::build)
                .withMessage(group.label() + " cannot be learned in a network with delays '" + mode.label() + "'");
    }

    @Test
    void ratesOfLearnedGroupsReachTheTrainer() {
        ExperimentSettings settings =
                start().rate(ParameterGroup.POSITIONS, 0.7).decay(0.5).build();
        assertThat(settings.training().rates())
                .containsOnlyKeys(ParameterGroup.WEIGHTS, ParameterGroup.POSITIONS)
                .containsEntry(ParameterGroup.POSITIONS, new LearningRate(0.7, 0.5));
    }

    @Test
    void numbersAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start().hidden(0).build())
                .withMessageContaining("hidden = 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start().dimensions(65).build())
                .withMessageContaining("dimensions = 65");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start().learn().build())
                .withMessage("nothing is learned");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DelayMode.named("some"))
                .withMessageContaining("[none, spatial, free]");
    }

    /** So that comparisons between modes compare delays and nothing else. */
    @Test
    void oneSeedGivesTheSameWeightsInEveryModeAndTheSamePositions() {
        Network none =
                YinYangExperiment.of(start().delays(DelayMode.NONE).build()).network();
        Network spatial =
                YinYangExperiment.of(start().delays(DelayMode.SPATIAL).build()).network();
        Network free =
                YinYangExperiment.of(start().delays(DelayMode.FREE).build()).network();
        Parameters expected = spatial.parameters();
        assertThat(none.parameters().weight()).isEqualTo(expected.weight());
        assertThat(free.parameters().weight()).isEqualTo(expected.weight());
        assertThat(none.parameters().position()).isEqualTo(expected.position());
        assertThat(DoubleStream.of(free.parameters().delay())).allMatch(delay -> delay >= 0 && delay < 12);
        Network other = YinYangExperiment.of(start().seed(2).build()).network();
        assertThat(other.parameters().weight()).isNotEqualTo(expected.weight());
    }

    @Test
    void yinYangHasThePublishedSizes() {
        Experiment experiment = YinYangExperiment.of(YinYangExperiment.defaults());
        assertThat(experiment.training().size()).isEqualTo(5000);
        assertThat(experiment.validation().orElseThrow().size()).isEqualTo(1000);
        assertThat(experiment.test().size()).isEqualTo(1000);
        assertThat(experiment.network().synapseCount()).isEqualTo(5 * 30 + 30 * 3);
    }
}
