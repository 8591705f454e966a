package io.github.lightcone.hardware.chip;

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

/** Profiles of chips in YAML, those that come with the library and a small one. */
public final class ChipTarget implements FuzzTarget {

    private static final String SMALL = """
            name: &n mine
            title: Mine
            kind: >-
              digital
            time: steps
            weightSign: signed
            decay: shift
            sources: {me: {what: a plan, link: "none", date: '2025'}}
            figures:
              weightBits: {value: 8, source: me, note: |
                  text}
              decayBits: {value: 12, source: me}
              delaySteps: {least: 1, most: 63, source: me}
              step: {least: 1e-3, most: 1_0.5, source: me}
              fanIn: unknown
              synapticEnergy: {least: 0x17, source: me}
            notes: [one, *n]
            """;

    @Override
    public String name() {
        return "chip";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        seeds.add(new FuzzSeed("small.yaml", SMALL.getBytes(StandardCharsets.UTF_8)));
        for (String shipped : ChipProfiles.names()) {
            try (InputStream in = ChipProfiles.class.getResourceAsStream(shipped + ".yaml")) {
                seeds.add(new FuzzSeed(shipped + ".yaml", in.readAllBytes()));
            }
        }
        return seeds;
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("damaged.yaml"), damaged);
        ChipProfile profile = ChipProfiles.find(file.toString());
        profile.greatestWeight();
        profile.greatestThreshold();
        profile.figures().values().forEach(Figure::text);
        profile.decay().nearest(10, 1, Math.max(1, profile.decayBits()));
    }

    @Override
    public boolean explains(Throwable problem) {
        return problem instanceof IllegalArgumentException
                && problem.getMessage().contains("damaged.yaml");
    }

    @Override
    public List<String> words() {
        return YamlWords.and("*n", "1e999999999", ".nan", "unknown", "null");
    }
}
