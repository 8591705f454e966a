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

    @TempDir
    private Path folder;

    @Test
    void damagedFilesAreReadOrExplained() throws IOException {
        FuzzRun run = FuzzRun.ofBuild(new ChipTarget(), folder);
        assertThat(run.read()).isBetween(1L, run.done() - 1);
    }

    @Test
    void longRunsNeedNoMaven() throws IOException {
        assertThat(Fuzz.targets()).hasExactlyElementsOfTypes(ChipTarget.class);
        assertThat(Fuzz.writeArguments(Path.of("target"))).content().contains("test-classes");
    }
}
