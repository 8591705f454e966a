package io.github.lightcone.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The system property for the same bits on every machine, in a virtual machine of its own. */
class StrictModeTest {

    @Test
    void isOffUnlessAskedFor() {
        assertThat(Exponential.STRICT).isEqualTo(Boolean.getBoolean("lightcone.strict"));
    }

    @Test
    void usesStrictMath() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Dlightcone.strict=true",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output.strip()).isEqualTo("strict true, different 0");
    }

    /** Counts where {@link Exponential} is not {@link StrictMath}, bit for bit. */
    static final class Probe {

        private Probe() {}

        public static void main(String[] arguments) {
            int different = 0;
            for (int k = -3_000; k <= 3_000; k++) {
                double x = 0.001 * k;
                different += Exponential.exp(x) == StrictMath.exp(x) ? 0 : 1;
                different += Exponential.expm1(x) == StrictMath.expm1(x) ? 0 : 1;
                double y = Math.abs(x);
                different += Exponential.log1p(y) == StrictMath.log1p(y) ? 0 : 1;
            }
            System.out.println("strict " + Exponential.STRICT + ", different " + different);
        }
    }
}
