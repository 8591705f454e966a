package io.github.lightcone.examples;

import io.github.lightcone.experiment.ExperimentFile;
import io.github.lightcone.experiment.Preparation;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import java.io.IOException;
import java.util.Optional;

/**
 * Trains a network on the Yin-Yang task by moving its neurons and changing its weights, with the settings of {@code
 * lightcone train yin-yang}.
 */
public final class TrainYinYang {

    private TrainYinYang() {}

    /** Runs the example; takes the number of epochs, 60 unless given. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].matches("[1-9]\\d{0,5}"))) {
            System.err.println("TrainYinYang: " + String.join(" ", arguments)
                    + ", must be a number of epochs from 1 to 999999, or nothing");
            System.exit(2);
        }
        String epochs = arguments.length == 0 ? "60" : arguments[0];
        ExperimentFile file = ExperimentFile.shipped("yin-yang").with("training.epochs", epochs);
        int threads = Runtime.getRuntime().availableProcessors();
        Experiment experiment = Preparation.of(file, Optional.empty(), threads).experiment();
        try (Trainer trainer = new Trainer(experiment)) {
            trainer.run(new TrainingListener() {
                @Override
                public void epochEnded(EpochRecord epoch) {
                    System.out.printf(
                            "epoch %2d: training loss %.4f, validation accuracy %.1f %%%n",
                            epoch.epoch(),
                            epoch.training().loss(),
                            100 * epoch.validation().orElseThrow().accuracy());
                }
            });
            Evaluation test = trainer.evaluateBest(experiment.test().orElseThrow());
            System.out.printf("test accuracy %.1f %%%n", 100 * test.accuracy());
        }
    }
}
