package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTimeDiagramTest {

    @TempDir
    Path folder;

    @Test
    void thePictureInTheDocumentationIsThatOfThisRun() throws Exception {
        Path drawn = folder.resolve("space-time.svg");
        Printed.by(SpaceTimeDiagram::main, drawn.toString());
        assertThat(Files.readString(drawn)).isEqualTo(Files.readString(Path.of("../docs/images/space-time.svg")));
    }
}
