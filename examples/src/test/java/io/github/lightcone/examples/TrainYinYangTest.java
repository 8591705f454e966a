package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrainYinYangTest {

    private static final Pattern TEST_ACCURACY = Pattern.compile("test accuracy ([0-9.]+) %");

    /** Chance is 33 %, a linear classifier about 64 % (Kriener et al. 2022). */
    @Test
    void oneEpochBeatsALinearClassifier() throws Exception {
        String printed = Printed.by(TrainYinYang::main, "1");
        assertThat(printed).contains("epoch  1:");
        Matcher accuracy = TEST_ACCURACY.matcher(printed);
        assertThat(accuracy.find()).isTrue();
        assertThat(Double.parseDouble(accuracy.group(1))).isGreaterThan(70);
    }
}
