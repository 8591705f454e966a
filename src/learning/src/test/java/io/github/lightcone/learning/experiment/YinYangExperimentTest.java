package io.github.lightcone.learning.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class YinYangExperimentTest {

    private static EpochRecord train(ExperimentSettings settings) {
        try (Trainer trainer = new Trainer(YinYangExperiment.of(settings))) {
            EpochRecord last = null;
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                last = trainer.runEpoch(new TrainingListener() {});
            }
            return last;
        }
    }

    /** Two epochs of the default settings reach 90 %; chance is 33 %, a linear classifier gets about 64 %. */
    @Test
    void learnsQuickly() {
        EpochRecord last = train(YinYangExperiment.defaults().change().epochs(2).build());
        assertThat(last.validation().orElseThrow().accuracy()).isGreaterThan(0.85);
        assertThat(last.training().silentCorrect()).isLessThan(50);
    }

    /** One epoch of a small network gets well away from chance. */
    @ParameterizedTest
    @EnumSource(DelayMode.class)
    void learnsWithEveryKindOfDelays(DelayMode delays) {
        EpochRecord last = train(YinYangExperiment.defaults()
                .change()
                .delays(delays)
                .hidden(10)
                .epochs(1)
                .build());
        assertThat(last.validation().orElseThrow().accuracy()).isGreaterThan(0.5);
    }
}
