package io.github.lightcone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation shows is so: every block of Java stands, line by line, in a source file that is compiled,
 * the output in the README is what the example prints, and no link within the project leads nowhere.
 */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final String SOURCES = under(ROOT.resolve("examples/src"), ".java")
            .map(file -> normalized(read(file)))
            .collect(Collectors.joining("\n"));

    @ParameterizedTest
    @MethodSource("pages")
    void codeIsCompiled(Path page) {
        Matcher block = JAVA.matcher(read(page));
        while (block.find()) {
            assertThat(SOURCES.contains(normalized(block.group(1))))
                    .as("the examples contain%n%s", block.group(1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        Matcher link = LINK.matcher(FENCED.matcher(read(page)).replaceAll(""));
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                checkLink(page, link.group(1));
            }
        }
    }

    private static void checkLink(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        assertThat(target).exists();
        if (hash >= 0) {
            assertThat(anchors(target)).contains(link.substring(hash + 1));
        }
    }

    /** Headings as the anchors that the usual renderers make of them. */
    private static Set<String> anchors(Path page) {
        Matcher heading = HEADING.matcher(FENCED.matcher(read(page)).replaceAll(""));
        return heading.results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void theReadmeShowsWhatTwoNeuronsPrints() throws Exception {
        assertThat(read(ROOT.resolve("README.md"))).contains("```text\n" + Printed.by(TwoNeurons::main) + "```\n");
    }

    @Test
    void everyPageIsOnTheMap() {
        String map = read(DOCS.resolve("index.md"));
        assertThat(under(DOCS, ".md").map(page -> DOCS.relativize(page).toString()))
                .filteredOn(page -> !page.equals("index.md"))
                .allSatisfy(page -> assertThat(map).contains("(" + page + ")"));
    }

    static Stream<Path> pages() {
        return Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), under(DOCS, ".md"));
    }

    private static Stream<Path> under(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Without indentation, alignment and empty lines. */
    private static String normalized(String code) {
        return code.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
