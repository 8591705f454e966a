package io.github.lightcone.adjoint;

import io.github.lightcone.fixtures.GradientCheck;
import io.github.lightcone.fixtures.Loss;
import io.github.lightcone.fixtures.RandomNetworks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every single derivative of random recurrent networks against extrapolated central differences of the
 * engine itself, in steps that leave the order of all events as it is.
 */
class FiniteDifferencesTest {

    @ParameterizedTest(name = "seed {0}, {1}-D, {2}")
    @CsvSource({
        "101, 1, both",
        "102, 2, spike times",
        "103, 3, readouts",
        "104, 8, both",
    })
    void everyDerivativeAgrees(long seed, int dimensions, String kindOfLoss) {
        Loss loss = switch (kindOfLoss) {
            case "spike times" -> Loss.spikeTimes(seed);
            case "readouts" -> Loss.readouts(seed);
            default -> Loss.spikeTimes(seed).plus(Loss.readouts(seed));
        };
        // Differences of a run in double precision resolve no more.
        GradientCheck.check(RandomNetworks.trial(seed, dimensions), loss, 5e-8);
    }
}
