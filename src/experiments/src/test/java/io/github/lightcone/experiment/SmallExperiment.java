package io.github.lightcone.experiment;

import io.github.lightcone.learning.optimise.LearnedGroup;
import io.github.lightcone.learning.training.Experiment;
import io.github.lightcone.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An experiment that needs no data and is ready in no time; tests change single places of it. */
final class SmallExperiment {

    static final String TEXT = """
            name: small
            seed: 5
            end: 100
            data: {source: delayed-xor, size: 64, channels: 3, first: 24, test: {share: 0.25}, validation: {share: 0.25}}
            network:
              dimensions: 2
              delays: spatial
              populations:
                input: {positions: {uniform: [0, 5]}}
                hidden: {size: 4, neuron: {model: lif, tauMem: 20, tauSyn: 5}, positions: {normal: [0, 5]}}
                output: {neuron: {model: lif, tauMem: 20, tauSyn: 5}, positions: {normal: [0, 5]}}
              projections:
                - {from: input, to: hidden, weights: {normal: [3, 0.5]}}
                - {from: hidden, to: output, weights: {normal: [3, 0.5]}}
            learn:
              - {what: weights, rate: 0.01}
            loss: {kind: first-spike, tau0: 1}
            training: {epochs: 1, batch: 8}
            """;

    private SmallExperiment() {}

    static ExperimentFile file() {
        return ExperimentFile.parse("small.yaml", Path.of(""), TEXT);
    }

    /** Returns it with changes: places and values in turn. */
    static ExperimentFile with(String... placesAndValues) {
        ExperimentFile file = file();
        for (int k = 0; k < placesAndValues.length; k += 2) {
            file = file.with(placesAndValues[k], placesAndValues[k + 1]);
        }
        return file;
    }

    static Preparation prepare(ExperimentFile file) {
        try {
            return Preparation.of(file, Optional.empty(), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Experiment experiment(String... placesAndValues) {
        return prepare(with(placesAndValues)).experiment();
    }

    static Network network(String... placesAndValues) {
        return experiment(placesAndValues).network().network();
    }

    static List<LearnedGroup> groups(String... placesAndValues) {
        return experiment(placesAndValues).settings().groups();
    }

    /** Returns the names of what is learned. */
    static List<String> learned(String... placesAndValues) {
        return groups(placesAndValues).stream()
                .map(group -> group.learnable().name())
                .toList();
    }
}
