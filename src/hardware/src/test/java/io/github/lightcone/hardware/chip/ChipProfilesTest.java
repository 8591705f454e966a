package io.github.lightcone.hardware.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChipProfilesTest {

    private static final String HEAD = """
            name: mine
            title: Mine
            kind: digital
            time: steps
            weightSign: signed
            decay: free
            """;

    static Iterable<String> names() {
        return ChipProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFigureIsThereOrUnknownAndHasASourceWithLinkAndDate(String name) throws IOException {
        ChipProfile profile = ChipProfiles.find(name);
        assertThat(profile.name()).isEqualTo(name);
        for (Figure figure : profile.figures().values()) {
            Source source = profile.sources().get(figure.source());
            assertThat(source.link()).startsWith("http");
            assertThat(source.date()).matches("20[0-9]{2}(-[0-9]{2}){0,2}");
        }
        String text = text(name);
        for (Quantity quantity : Quantity.values()) {
            assertThat(text).containsPattern("(?m)^  " + quantity.label() + ": (unknown$|\\{)");
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ChipProfilesTest.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void publishedFigures() {
        ChipProfile loihi = ChipProfiles.shipped("loihi-2");
        assertThat(loihi.greatestWeight()).isEqualTo(127);
        assertThat(loihi.most(Quantity.DELAY_STEPS)).isEqualTo(62);
        assertThat(loihi.figure(Quantity.SYNAPTIC_ENERGY).orElseThrow().text()).isEqualTo("23.6 or more");
        assertThat(loihi.knows(Quantity.FAN_IN)).isFalse();
        assertThat(ChipProfiles.shipped("brainscales-2").greatestWeight()).isEqualTo(63);
        assertThat(ChipProfiles.shipped("dynap-se2").most(Quantity.FAN_IN)).isEqualTo(64);
        assertThat(ChipProfiles.shipped("spinnaker-1").least(Quantity.DELAY_STEPS))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weightBits: 8 | figures.weightBits = 8, must be 'unknown' or have",
                "weightBits: {value: 8} | figures.weightBits.source is missing, must be a text",
                "weightBits: {value: 8, source: other} | figures.weightBits.source = \"other\", must be one of",
                "weightBits: {value: 64, source: me} | must be a whole number from 2 to 32",
                "weightBits: {value: 1, source: me} | must be a whole number from 2 to 32",
                "weightBits: {least: 8, source: me} | figures.weightBits.most is missing, must be a finite number",
                "stateBits: {value: 1, source: me} | must be a whole number from 2 to 32",
                "delaySteps: {least: 5, most: 2, source: me} | must be whole numbers of at least 0",
                "delaySteps: {value: 1.5, source: me} | must be a whole number of at least 0",
                "fanIn: {value: 0, source: me} | must be a whole number of at least 1",
                "bitsOfWeight: unknown | figures.bitsOfWeight = \"unknown\", is an unknown field",
            })
    void aBadFigureIsNamed(String figure, String complaint, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, HEAD + """
                sources:
                  me: {what: a plan, link: none, date: 2025-01-01}
                figures:
                  %s
                """.formatted(figure));
        assertThatThrownBy(() -> ChipProfiles.find(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes: some text | notes = \"some text\", must be a list of texts",
                "notes: {a: text} | must be a list of texts",
                "notes: [some text, 3] | notes[1] = 3, must be a text",
            })
    void notesAreTexts(String notes, String complaint) {
        String profile = HEAD + "figures: {}\n";
        assertThat(ProfileReader.parse("mine.yaml", profile + "notes: [one, two]")
                        .notes())
                .containsExactly("one", "two");
        assertThatThrownBy(() -> ProfileReader.parse("mine.yaml", profile + notes))
                .hasMessageStartingWith("mine.yaml: notes")
                .hasMessageContaining(complaint);
    }

    @Test
    void anUnknownNameSaysWhatThereIs() {
        assertThatThrownBy(() -> ChipProfiles.find("loihi"))
                .hasMessageContaining("there is no chip 'loihi'")
                .hasMessageContaining("loihi-2");
    }

    @ParameterizedTest
    @CsvSource({
        // Losing 1/2 and 1/8 per step.
        "SHIFT, 4, 1.4426950408889634, 1.4426950408889634",
        "SHIFT, 4, 7.5, 7.4888",
        // 3 of 16 parts are lost.
        "FRACTION, 4, 4.8161, 4.8161",
        "FREE, 4, 3.3, 3.3"
    })
    void theNearestTimeConstant(DecayForm form, int bits, double tau, double nearest) {
        assertThat(form.nearest(tau, 1, bits)).isCloseTo(nearest, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        // Losing 0.63 of a step is nearest to the half of one place; losing 0.86 to all of it.
        "SHIFT, 4, 1, true",
        "SHIFT, 4, 0.5, false",
        "SHIFT, 4, 32768, true",
        "SHIFT, 4, 65536, false",
        "FRACTION, 12, 4096, true",
        "FRACTION, 12, 8200, false",
        "FRACTION, 12, 0.1, false",
        "FREE, 4, 1e9, true"
    })
    void timeConstantsThatAreReached(DecayForm form, int bits, double tau, boolean reached) {
        assertThat(form.reaches(tau, 1, bits)).isEqualTo(reached);
    }
}
