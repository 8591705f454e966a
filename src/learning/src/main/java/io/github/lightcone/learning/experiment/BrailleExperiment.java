package io.github.lightcone.learning.experiment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.touch.BrailleRecordings;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.learning.parameter.ParameterGroup;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.LeakyIntegrator;
import io.github.lightcone.neuron.Lif;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Braille letters read by touch: the level-crossings of the taxels, slowed to a trial of about 190 ms, go
 * through a hidden layer to one leaky integrator per letter; the weighted integral of its voltage is the
 * logit. Repetitions 0 to 39 of each letter are for training, 40 to 49 for the test.
 *
 * <p>Taxels that are constant in all training trials carry nothing and are left out. One second of a
 * recording takes {@value #MS_PER_SECOND} ms, so the time constants of 20 and 5 ms are 200 and 50 ms of
 * real time.
 */
public final class BrailleExperiment {

    /** Time of the network, ms, for a second of the recording. */
    public static final double MS_PER_SECOND = 100;

    private static final int FIRST_TEST_REPETITION = 40;

    /** The most training repetitions that can be held out for validation: one is left to train on. */
    public static final int MOST_VALIDATION_REPETITIONS = FIRST_TEST_REPETITION - 1;

    private static final double END = 230;
    private static final double LOGIT_SCALE = 20;

    private BrailleExperiment() {}

    /** Returns the settings to start from. */
    public static ExperimentSettings defaults() {
        return new ExperimentSettings(
                1,
                32,
                3,
                DelayMode.SPATIAL,
                DelayMode.SPATIAL.learnedByDefault(),
                Map.of(
                        ParameterGroup.WEIGHTS, 0.02,
                        ParameterGroup.POSITIONS, 0.5,
                        ParameterGroup.DELAYS, 0.5,
                        ParameterGroup.SPEED, 0.01,
                        ParameterGroup.BIAS, 0.01,
                        ParameterGroup.THRESHOLD, 0.01,
                        ParameterGroup.TAU_MEM, 0.1,
                        ParameterGroup.TAU_SYN, 0.05),
                0.9,
                15,
                32,
                Runtime.getRuntime().availableProcessors(),
                20,
                60,
                0,
                0.02,
                0);
    }

    /**
     * Prepares a run.
     *
     * @param recordings all trials
     * @param validationRepetitions number of training repetitions, the last ones, that are held out for
     *     validation; 0 to train on all
     */
    public static Experiment of(BrailleRecordings recordings, int validationRepetitions, ExperimentSettings settings) {
        if (validationRepetitions < 0 || validationRepetitions > MOST_VALIDATION_REPETITIONS) {
            throw new IllegalArgumentException("validation repetitions = " + validationRepetitions
                    + ", must be between 0 and " + MOST_VALIDATION_REPETITIONS);
        }
        int firstHeldOut = FIRST_TEST_REPETITION - validationRepetitions;
        int[] taxels = activeTaxels(recordings);
        EventDataset training = data(recordings, repetition -> repetition < firstHeldOut, taxels);
        Network network = new LayeredNetwork(
                        training.channels(),
                        Lif.of(20, 5),
                        training.classes(),
                        LeakyIntegrator.of(20, 5),
                        0.05,
                        0.2,
                        0,
                        0.1)
                .build(settings);
        Loss loss = VoltageCrossEntropy.weighted(network.population("output"), END, LOGIT_SCALE / END);
        return new Experiment(
                network,
                loss,
                END,
                training,
                validationRepetitions == 0
                        ? Optional.empty()
                        : Optional.of(data(
                                recordings,
                                repetition -> repetition >= firstHeldOut && repetition < FIRST_TEST_REPETITION,
                                taxels)),
                data(recordings, repetition -> repetition >= FIRST_TEST_REPETITION, taxels),
                settings.training());
    }

    /** Returns the taxels that are not constant in all training trials. */
    public static int[] activeTaxels(BrailleRecordings recordings) {
        return recordings.activeTaxels(repetition -> repetition < FIRST_TEST_REPETITION);
    }

    private static EventDataset data(BrailleRecordings recordings, IntPredicate repetitions, int[] taxels) {
        return recordings.dataset(repetitions, taxels, MS_PER_SECOND, END);
    }
}
