package io.github.lightcone.experiment;

import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiments that need data, where there are any. */
class ShippedExperimentsIT {

    @ParameterizedTest
    @CsvSource({"braille,braille", "braille-recurrent,braille", "spoken-digits,fsdd", "latency-mnist,mnist"})
    void experimentsWithDataTrain(String name, String folder) throws IOException {
        ShippedExperimentsTest.assertTrains(ExperimentFile.shipped(name), Optional.of(DataFolder.require(folder)));
    }
}
