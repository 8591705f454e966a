package io.github.lightcone.examples;

import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.experiment.YinYangExperiment;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;

/**
 * Trains a network on the Yin-Yang task by moving its neurons and changing its weights, with the settings of {@code
 * lightcone train yin-yang}.
 */
public final class TrainYinYang {

    private TrainYinYang() {}

    /** Runs the example; takes the number of epochs, 60 unless given. */
    public static void main(String[] arguments) {
        if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].matches("[1-9]\\d{0,5}"))) {
            System.err.println("TrainYinYang: " + String.join(" ", arguments)
                    + ", must be a number of epochs from 1 to 999999, or nothing");
            System.exit(2);
        }
        int epochs = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        ExperimentSettings settings =
                YinYangExperiment.defaults().change().seed(1).epochs(epochs).build();
        Experiment experiment = YinYangExperiment.of(settings);
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
            Evaluation test = trainer.evaluate(experiment.test());
            System.out.printf("test accuracy %.1f %%%n", 100 * test.accuracy());
        }
    }
}
