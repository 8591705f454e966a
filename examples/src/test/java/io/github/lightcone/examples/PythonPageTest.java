package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on Python runs, block after block. The environment variable {@code LIGHTCONE_PYTHON} names a Python with
 * NumPy, h5py and JPype; without it this is skipped.
 */
class PythonPageTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```python\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void filesAreWritten() throws Exception {
        assertThat(Printed.by(FilesForPython::main, folder.toString()))
                .isEqualTo("5 neurons in 2 populations, 3 synapses in 1 projections, 2-D\n");
        assertThat(folder.resolve("circuit/circuit_config.json")).exists();
    }

    @Test
    void everyBlockRuns() throws Exception {
        String python = System.getenv("LIGHTCONE_PYTHON");
        assumeTrue(python != null, "LIGHTCONE_PYTHON is not set");
        Printed.by(FilesForPython::main, folder.toString());
        writeJar(folder.resolve("lightcone.jar"));
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/python.md")));
        String script = block.results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("page.py"), script);

        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(python, "page.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> read(output)).isZero();
        assertThat(Files.readString(output))
                .contains(
                        "input spike_source 2",
                        "cell lif 3",
                        "neuron 1 at 2.500 ms",
                        "[5.",
                        "array 'network' is missing")
                .contains("d(first spike of neuron 2)/d(weight) = [-");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            return problem.toString();
        }
    }

    /** Writes a jar that holds nothing and names the class path of this test. */
    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        String classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
