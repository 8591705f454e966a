package io.github.lightcone.experiment;

import io.github.lightcone.fuzz.FuzzSeed;
import io.github.lightcone.fuzz.FuzzTarget;
import io.github.lightcone.fuzz.YamlWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Experiment files in YAML and JSON up to their variants; data and networks of any size are what they may ask for. */
public final class ExperimentTarget implements FuzzTarget {

    private static final String ANCHORS = """
            name: &a small
            text: |
              line
            folded: >-
              more
            'quoted': "\\x41 \\u00e9"
            list:
            - {a: 1, b: [1.5, .nan, ~, true, 0x1f, 1_000]}
            - ? complex
              : value
            variants: {one: {name: x}}
            """;

    @Override
    public String name() {
        return "experiment";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        seeds.add(new FuzzSeed("small.yaml", SmallExperiment.TEXT.getBytes(StandardCharsets.UTF_8)));
        seeds.add(new FuzzSeed("yaml.yaml", ANCHORS.getBytes(StandardCharsets.UTF_8)));
        for (String shipped : List.of("yin-yang", "delayed-xor", "mnist-perceptron")) {
            try (InputStream in = ExperimentFile.class.getResourceAsStream(shipped + ".yaml")) {
                seeds.add(new FuzzSeed(shipped + ".yaml", in.readAllBytes()));
            }
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        ExperimentFile file = ExperimentFile.read(Files.write(folder.resolve("damaged.yaml"), damaged));
        for (String variant : file.variants()) {
            file.variant(variant);
        }
    }

    @Override
    public boolean explains(Throwable problem) {
        return problem instanceof IOException || problem instanceof ExperimentException;
    }

    @Override
    public List<String> words() {
        return YamlWords.and("variants", "null");
    }
}
