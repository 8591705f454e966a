package io.github.lightcone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The directions in which packages may know one another. It stands in the one module that sees all the others; what no
 * module sees (examples, benchmarks) nothing can depend on.
 */
class ArchitectureTest {

    private static final String ROOT = "io.github.lightcone";

    private static final Set<String> CORE =
            Set.of("neuron", "space", "connectivity", "event", "network", "simulation", "adjoint");

    /** Every package below the root, with the packages it may know besides itself. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("neuron", Set.of()),
            Map.entry("space", Set.of()),
            Map.entry("connectivity", Set.of("space")),
            Map.entry("event", Set.of("neuron", "space", "connectivity")),
            Map.entry("network", Set.of("neuron", "space", "connectivity")),
            Map.entry("simulation", Set.of("network", "event", "neuron", "connectivity", "space")),
            Map.entry("adjoint", Set.of("simulation", "network", "event", "neuron", "connectivity", "space")),
            Map.entry("random", Set.of()),
            Map.entry("data", union(CORE, Set.of("random"))),
            Map.entry("learning", union(CORE, Set.of("data", "random"))),
            Map.entry("perceptron", Set.of("neuron", "space", "data", "random", "learning")),
            Map.entry("experiment", union(CORE, Set.of("data", "random", "learning", "structure", "perceptron"))),
            Map.entry("structure", union(CORE, Set.of("random"))),
            Map.entry("formats", CORE),
            Map.entry("hardware", union(CORE, Set.of("random"))),
            Map.entry(
                    "report",
                    union(CORE, Set.of("data", "learning", "experiment", "structure", "formats", "perceptron"))),
            Map.entry(
                    "cli",
                    union(
                            CORE,
                            Set.of(
                                    "data",
                                    "random",
                                    "learning",
                                    "experiment",
                                    "structure",
                                    "formats",
                                    "hardware",
                                    "report",
                                    "perceptron"))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages(ROOT);

    @TestFactory
    Iterable<DynamicTest> packagesKnowOnlyWhatTheyMay() {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey() + " may know " + new TreeSet<>(entry.getValue()),
                        () -> check(entry.getKey(), entry.getValue())))
                .toList();
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> found = CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .map(path -> path.isEmpty() ? ROOT : path.substring(1).split("\\.", -1)[0])
                .collect(Collectors.toSet());
        assertThat(found).isSubsetOf(MAY_KNOW.keySet()).contains("cli");
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static void check(String name, Set<String> mayKnow) {
        Set<String> forbidden = new TreeSet<>(MAY_KNOW.keySet());
        forbidden.remove(name);
        forbidden.removeAll(mayKnow);
        if (forbidden.isEmpty()) {
            return;
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.stream()
                        .map(other -> ROOT + "." + other + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
