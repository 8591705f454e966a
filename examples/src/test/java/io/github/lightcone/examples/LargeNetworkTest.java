package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Of the synapses 800,000 are fixed, the rest is binomial: 200,000 with a deviation of 445. */
class LargeNetworkTest {

    @Test
    void buildsWhatItSays() throws Exception {
        String printed = Printed.by(LargeNetwork::main);
        assertThat(printed).contains("100 %");
        Matcher size = Pattern.compile("(\\d+) synapses").matcher(printed);
        assertThat(size.find()).isTrue();
        assertThat(Integer.parseInt(size.group(1))).isBetween(997_500, 1_002_500);
        Matcher delay = Pattern.compile("longest delay is (\\d+)[.,](\\d+) ms").matcher(printed);
        assertThat(delay.find()).isTrue();
        // The diagonal of the cube is sqrt(3) mm, at 0.3 mm/ms.
        assertThat(Integer.parseInt(delay.group(1))).isBetween(4, 5);
    }
}
