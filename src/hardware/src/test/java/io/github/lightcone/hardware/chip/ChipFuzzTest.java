package io.github.lightcone.hardware.chip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.fuzz.Fuzz;
import io.github.lightcone.fuzz.FuzzRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the profile of a chip, it is read or there is one line that says why not. */
class ChipFuzzTest {

    private static final int EXECUTIONS = Integer.getInteger("lightcone.fuzz", 1000);
    private static final long SEED = Long.getLong("lightcone.fuzz.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void damagedFilesAreReadOrExplained() throws IOException {
        FuzzRun run = new FuzzRun(new ChipTarget(), folder, SEED);
        for (int k = 0; k < EXECUTIONS; k++) {
            run.execute(k);
        }
        assertThat(run.read()).isBetween(1L, EXECUTIONS - 1L);
    }

    @Test
    void longRunsNeedNoMaven() throws IOException {
        assertThat(Fuzz.targets()).hasExactlyElementsOfTypes(ChipTarget.class);
        assertThat(Fuzz.writeArguments(Path.of("target"))).content().contains("test-classes");
    }
}
