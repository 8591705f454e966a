package io.github.lightcone.experiment;

import static io.github.lightcone.experiment.SmallExperiment.groups;
import static io.github.lightcone.experiment.SmallExperiment.learned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.learning.optimise.Adam;
import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.optimise.Method;
import io.github.lightcone.learning.optimise.Schedule;
import io.github.lightcone.learning.optimise.Sgd;
import io.github.lightcone.learning.training.Experiment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnPartTest {

    private static List<String> learnedBy(String entries) {
        return learned("learn", entries);
    }

    private static LearnedGroup only(String entry, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "learn";
        all[more.length + 1] = "[" + entry + "]";
        return groups(all).get(0);
    }

    @Test
    void everythingThatThereIsCanBeLearned() {
        assertThat(learnedBy("[{what: weights, rate: 1}]"))
                .containsExactly("weights input->hidden", "weights hidden->output");
        assertThat(learnedBy("[{what: positions, rate: 1}]"))
                .containsExactly("positions input", "positions hidden", "positions output");
        assertThat(learnedBy("[{what: speed, rate: 1}]")).containsExactly("speed");
        assertThat(learnedBy("[{what: layerDistances, axis: 1, rate: 1}]")).containsExactly("layer distances");
        assertThat(learnedBy("[{what: bias, rate: 1}]")).containsExactly("bias hidden", "bias output");
        assertThat(learnedBy("[{what: threshold, rate: 1}]")).containsExactly("threshold hidden", "threshold output");
        assertThat(learnedBy("[{what: tauMem, rate: 1}]")).containsExactly("tauMem hidden", "tauMem output");
        assertThat(learnedBy("[{what: tauSyn, rate: 1}]")).containsExactly("tauSyn hidden", "tauSyn output");
        assertThat(learned("learn", "[{what: delays, rate: 1}]", "network.delays", "{free: 3}"))
                .containsExactly("delays input->hidden", "delays hidden->output");
    }

    @Test
    void anEntryMayBeAboutSomeOnly() {
        assertThat(learnedBy("[{what: weights, of: 'hidden->output', rate: 1}]"))
                .containsExactly("weights hidden->output");
        assertThat(learnedBy("[{what: positions, of: [hidden, output], rate: 1}]"))
                .containsExactly("positions hidden", "positions output");
        assertThat(learnedBy("[{what: weights, of: 'input->hidden', rate: 1},"
                        + " {what: weights, of: 'hidden->output', rate: 2}]"))
                .hasSize(2);
    }

    @Test
    void axesChooseCoordinates() {
        assertThat(only("{what: positions, of: hidden, rate: 1}").learnable().values())
                .hasSize(8);
        assertThat(only("{what: positions, of: hidden, axes: [1], rate: 1}")
                        .learnable()
                        .values())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"free,24", "axonal,6", "dendritic,4", "shared,1"})
    void delaysAreAsManyAsTheirRuleSays(String kind, int count) {
        assertThat(only("{what: delays, rate: 1}", "network.delays", "{" + kind + ": 3}")
                        .learnable()
                        .values())
                .hasSize(count)
                .containsOnly(3);
    }

    @Test
    void parametersOfNeuronsMayBeShared() {
        assertThat(only("{what: tauMem, of: hidden, rate: 1}").learnable().values())
                .hasSize(4);
        assertThat(only("{what: tauMem, of: hidden, shared: true, rate: 1}")
                        .learnable()
                        .values())
                .containsExactly(20);
    }

    @Test
    void rangesAndSignsAreBounds() {
        LearnedGroup free = only("{what: weights, rate: 1}");
        assertThat(free.bounds().least(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        LearnedGroup bounded = only("{what: weights, rate: 1, range: [-2, 3]}");
        assertThat(bounded.bounds().least(5)).isEqualTo(-2);
        assertThat(bounded.bounds().most(5)).isEqualTo(3);
        LearnedGroup signed = only("{what: weights, rate: 1, range: [-2, 3], keepSigns: true}");
        for (int i = 0; i < signed.bounds().size(); i++) {
            boolean positive = signed.learnable().values()[i] > 0;
            assertThat(signed.bounds().least(i)).isEqualTo(positive ? 0 : -2);
            assertThat(signed.bounds().most(i)).isEqualTo(positive ? 3 : 0);
        }
        assertThat(only("{what: delays, rate: 1, range: [-5, 8]}", "network.delays", "{free: 3}")
                        .bounds()
                        .least(0))
                .as("a range is within what delays may be")
                .isZero();
    }

    @Test
    void gradientsAreShortenedByTheEntryOrElseByTheOptimiser() {
        assertThat(only("{what: weights, rate: 1}").clip()).isInfinite();
        assertThat(only("{what: weights, rate: 1}", "optimiser", "{clip: 5}").clip())
                .isEqualTo(5);
        assertThat(only("{what: weights, rate: 1, clip: 2}", "optimiser", "{clip: 5}")
                        .clip())
                .isEqualTo(2);
    }

    @Test
    void whatIsFrozenHasItsValuesButDoesNotLearn() {
        Experiment experiment = SmallExperiment.experiment(
                "learn", "[{what: weights, rate: 1}, {what: layerDistances, axis: 0, rate: 1, freeze: true}]");
        assertThat(experiment.settings().groups())
                .extracting(group -> group.learnable().name())
                .containsExactly("weights input->hidden", "weights hidden->output");
        double[] place = experiment.network().parameters().position();
        int last = experiment.network().description().neuronCount() - 1;
        assertThat(place[0]).isZero();
        assertThat(place[2 * last]).isEqualTo(2);
    }

    @Test
    void whatTheNetworkDoesNotHaveIsAbsent() {
        Preparation none = SmallExperiment.prepare(SmallExperiment.with(
                "learn",
                "[{what: weights, rate: 1}, {what: positions, rate: 1}, {what: delays, rate: 1},"
                        + " {what: inhibition, rate: 1}]",
                "network.delays",
                "none"));
        assertThat(none.absent()).containsExactly("positions", "delays", "inhibition");
    }

    @Test
    void methods() {
        assertThat(methodOf("{}")).isEqualTo(new Adam(0.9, 0.999, 1e-8, 0));
        assertThat(methodOf("{method: adam, beta1: 0.8, beta2: 0.9, epsilon: 0.1}"))
                .isEqualTo(new Adam(0.8, 0.9, 0.1, 0));
        assertThat(methodOf("{method: adamw}")).isEqualTo(new Adam(0.9, 0.999, 1e-8, 0.01));
        assertThat(methodOf("{method: adamw, decay: 0.5}")).isEqualTo(new Adam(0.9, 0.999, 1e-8, 0.5));
        assertThat(methodOf("{method: sgd}")).isEqualTo(new Sgd(0, false));
        assertThat(methodOf("{method: sgd, momentum: 0.7, nesterov: true}")).isEqualTo(new Sgd(0.7, true));
    }

    private static Method methodOf(String optimiser) {
        return groups("optimiser", optimiser).get(0).method();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 6 | 1",
                "{schedule: constant} | 6 | 1",
                "{schedule: {exponential: 0.5}} | 3 | 0.125",
                "{schedule: {steps: [4, 0.1]}} | 3 | 1",
                "{schedule: {steps: [4, 0.1]}} | 4 | 0.1",
                "{schedule: {cosine: 0.2}} | 5 | 0.6",
                "{warmUp: 4} | 0 | 0.025",
                "{easeIn: [0.01, 2]} | 0 | 0.01",
                "{schedule: {exponential: 0.5}, warmUp: 4} | 8 | 0.00390625"
            })
    void schedules(String optimiser, int epoch, double factor) {
        // Ten epochs of ten batches, at the start of an epoch.
        Schedule.Time time = new Schedule.Time(epoch, 10, 0, 10);
        assertThat(groups("optimiser", optimiser).get(0).schedule().factor(time))
                .isCloseTo(factor, within(1e-12));
    }

    @Test
    void ratesAreTheirOwn() {
        assertThat(groups("learn", "[{what: weights, rate: 0.25}, {what: positions, of: hidden, rate: 4}]"))
                .extracting(LearnedGroup::rate)
                .containsExactly(0.25, 0.25, 4.0);
    }
}
