package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of measurement runs and reports; its figures mean nothing here. */
class WholeNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "N2, forwardOverGrid",
        "N2 --layout compact, referenceOverForward",
        "N2 --layout compact --threads 2, speedup",
        "T10, backwardOverForward",
        "T10-axonal, besideOverStep",
        "T10-undelayed --threads 2, exampleMs",
        "XL --neurons 1000, referenceSkipped",
    })
    void everyMeasurementReports(String line, String figure) throws Exception {
        Options options = Options.parse((line + " --duration 20 --repeats 1").split(" "));
        assertThat(WholeNetworks.measure(options).json())
                .startsWith("{\n  \"network\": \"" + options.network().label())
                .contains("\"" + figure + "\": ", "\"delivery\": ", "\"heapUsed\": ");
    }

    @Test
    void trainingThroughTheTrainerReports() {
        assertThat(TrainerThroughput.measure(4, 2, 20, 1).json())
                .contains("\"network\": \"T10\"", "\"inputSpikesPerExample\": 140", "\"speedup\": ")
                .contains("\"exampleMsOnOneThread\": ", "\"exampleProcessorMsOnTwoThreads\": ");
    }
}
