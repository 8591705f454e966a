package io.github.lightcone.report.run;

import io.github.lightcone.structure.analysis.AnalysisSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run is read.
 *
 * @param data where the data are, instead of what the experiment says
 * @param last whether to show the last network instead of the best
 * @param example number of the example to show, -1 for the first that is taken for the right class
 * @param examples how many examples to run for rates and selectivity, at least 1
 * @param analysis how structure is measured
 */
public record ReadSettings(Optional<Path> data, boolean last, int example, int examples, AnalysisSettings analysis) {

    /** Checks the numbers. */
    public ReadSettings {
        if (example < -1) {
            throw new IllegalArgumentException("example = " + example + ", must be at least 0");
        }
        if (examples < 1) {
            throw new IllegalArgumentException("examples = " + examples + ", must be at least 1");
        }
    }

    /** Returns the best network, an example it gets right, 300 examples, 20 null graphs and 20 restarts. */
    public static ReadSettings usual() {
        return new ReadSettings(
                Optional.empty(),
                false,
                -1,
                300,
                AnalysisSettings.usual().withNulls(20).withRestarts(20));
    }

    /** Returns the same with data in another place. */
    public ReadSettings withData(Optional<Path> newData) {
        return new ReadSettings(newData, last, example, examples, analysis);
    }

    /** Returns the same with the last network if asked for. */
    public ReadSettings withLast(boolean newLast) {
        return new ReadSettings(data, newLast, example, examples, analysis);
    }

    /** Returns the same with another example. */
    public ReadSettings withExample(int newExample) {
        return new ReadSettings(data, last, newExample, examples, analysis);
    }

    /** Returns the same with structure measured in another way. */
    public ReadSettings withAnalysis(AnalysisSettings newAnalysis) {
        return new ReadSettings(data, last, example, examples, newAnalysis);
    }
}
