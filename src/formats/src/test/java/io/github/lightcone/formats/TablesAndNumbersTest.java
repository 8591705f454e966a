package io.github.lightcone.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesAndNumbersTest {

    @TempDir
    private Path folder;

    private static double parse(String text) {
        return Decimals.parse(text.toCharArray(), 0, text.length());
    }

    @Test
    void doublesSurviveBitForBit() {
        Random random = new Random(7);
        for (int k = 0; k < 200_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = Decimals.format(value);
                assertThat(Double.doubleToRawLongBits(parse(text))).isEqualTo(Double.doubleToRawLongBits(value));
                assertThat(text.length())
                        .isLessThanOrEqualTo(Double.toString(value).length());
            }
        }
        assertThat(Decimals.format(2e-3)).isEqualTo("0.002");
        assertThat(Decimals.format(parse("2e23"))).isEqualTo("2.0E23");
        assertThat(Double.doubleToRawLongBits(parse(Decimals.format(-0.0))))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void decimalsReadAsTheJdkReadsThem() {
        Random random = new Random(8);
        for (int k = 0; k < 100_000; k++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            for (int digits = 1 + random.nextInt(25); digits > 0; digits--) {
                text.append((char) ('0' + random.nextInt(10)));
            }
            text.insert(text.length() - random.nextInt(text.charAt(0) == '-' ? text.length() - 1 : text.length()), '.');
            if (random.nextBoolean()) {
                text.append('e').append(random.nextInt(640) - 320);
            }
            assertThat(parse(text.toString())).isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "e",
                "1e",
                "e5",
                "1e+",
                "--1",
                "1-",
                "1.2.3",
                "1,5",
                "NaN",
                "nan",
                "Infinity",
                "inf",
                "1d",
                "1f",
                "0x1p3",
                "1_000",
                "\u0661",
                "1e5.5",
                "1 2"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void textsSurviveInTables() throws IOException {
        String[] texts = {"", " ", "a,b", "\"", "\"\"", "x\ny", "x\r\ny", "\t", "\uFEFF", "\u00fc", "a \"b\" c", "'"};
        Path file = folder.resolve("table.csv");
        AtomicFiles.write(file, out -> {
            CsvTableWriter table = new CsvTableWriter(out, "number", "text, and more");
            for (int k = 0; k < texts.length; k++) {
                table.cell(k).cell(texts[k]).endRow();
            }
        });

        try (CsvTable table = CsvTable.open(file)) {
            int number = table.column("number");
            int text = table.column("text, and more");
            table.rejectOtherColumns();
            for (int k = 0; k < texts.length; k++) {
                assertThat(table.next()).isTrue();
                assertThat(table.integer(number)).isEqualTo(k);
                assertThat(table.text(text)).isEqualTo(texts[k]);
            }
            assertThat(table.next()).isFalse();
        }
    }

    @Test
    void linesAreCountedThroughQuotes() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a\n\"1\n2\n3\"\n\n4\n");
        try (CsvTable table = CsvTable.open(file)) {
            table.next();
            assertThat(table.line()).isEqualTo(2);
            table.next();
            assertThat(table.line()).isEqualTo(6);
            assertThat(table.text(0)).isEqualTo("4");
        }
    }

    @Test
    void aTableWriterCountsCells() throws IOException {
        CsvTableWriter table = new CsvTableWriter(new StringWriter(), "a", "b");
        table.cell(1);
        assertThatIllegalStateException().isThrownBy(table::endRow).withMessageContaining("1 cells");
    }

    @Test
    void jsonIsWrittenInOrder() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", "say \"so\"");
        fields.put("count", 3);
        fields.put("loss", 0.1);
        fields.put("nothing", Double.NaN);
        fields.put("yes", true);
        fields.put("list", List.of(1, "two"));
        fields.put("array", new double[] {1, 2.5});
        fields.put("more", Map.of("seed", 1L << 60));

        JsonFiles.write(folder.resolve("a.json"), fields);

        assertThat(folder.resolve("a.json")).content().isEqualTo("""
                {
                  "text" : "say \\"so\\"",
                  "count" : 3,
                  "loss" : 0.1,
                  "nothing" : null,
                  "yes" : true,
                  "list" : [
                    1,
                    "two"
                  ],
                  "array" : [
                    1.0,
                    2.5
                  ],
                  "more" : {
                    "seed" : 1152921504606846976
                  }
                }
                """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonFiles.write(folder.resolve("b.json"), Map.of("a", folder)));
    }

    @Test
    void idsAreUniqueAndNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeuronIds.of(4, 5, 4))
                .withMessage("neurons 0 and 2 both have the id 4");
        assertThatIllegalArgumentException().isThrownBy(() -> NeuronIds.of(-1));
        assertThat(NeuronIds.consecutive(3).neuron(2)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkFolder(SmallNetwork.read().network(), NeuronIds.consecutive(3)));
    }

    @Test
    void aFolderIsWrittenOnlyOnce() throws IOException {
        SmallNetwork.read().write(folder.resolve("net"));
        assertThatExceptionOfType(java.nio.file.FileAlreadyExistsException.class)
                .isThrownBy(() -> SmallNetwork.read().write(folder.resolve("net")));
    }
}
