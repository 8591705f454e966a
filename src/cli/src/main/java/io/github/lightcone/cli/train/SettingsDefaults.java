package io.github.lightcone.cli.train;

import io.github.lightcone.learning.experiment.ExperimentSettings;
import io.github.lightcone.learning.parameter.ParameterGroup;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows the settings of an experiment as the defaults of options, in help and where none is given. */
class SettingsDefaults implements IDefaultValueProvider {

    private final Map<String, Object> values;

    SettingsDefaults(ExperimentSettings settings) {
        values = Map.of(
                "--seed", settings.seed(),
                "--epochs", settings.epochs(),
                "--hidden", settings.hidden(),
                "--dimensions", settings.dimensions(),
                "--batch", settings.batchSize(),
                "--decay", settings.decay(),
                "--delays", settings.delays().label(),
                "--rate", rates(settings));
    }

    /** The rates of what most networks learn; those of the other groups are not shown. */
    private static String rates(ExperimentSettings settings) {
        return Stream.of(ParameterGroup.WEIGHTS, ParameterGroup.POSITIONS, ParameterGroup.DELAYS)
                .map(group -> group.label() + "=" + settings.rates().get(group))
                .collect(Collectors.joining(","));
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        Object value = argument instanceof OptionSpec option ? values.get(option.longestName()) : null;
        return value == null ? null : value.toString();
    }
}
