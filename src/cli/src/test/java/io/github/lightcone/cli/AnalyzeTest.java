package io.github.lightcone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.formats.JsonFiles;
import io.github.lightcone.formats.JsonObject;
import io.github.lightcone.reference.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lightcone analyze}: what it prints and writes, and how it complains. */
class AnalyzeTest {

    /** Two triangles with an edge between them: Q = 6/7 - 1/2 = 5/14 as two communities. */
    private static final String TRIANGLES = """
            source,target,weight
            a,b,1
            b,c,1
            a,c,1
            d,e,1
            e,f,1
            d,f,1
            c,d,1
            """;

    @TempDir
    private Path folder;

    private Path triangles() throws IOException {
        return Files.writeString(folder.resolve("triangles.csv"), TRIANGLES);
    }

    private static double value(String json, String name) {
        int at = json.indexOf("\"name\" : \"" + name + "\"");
        assertThat(at).as(name).isNotNegative();
        int from = json.indexOf("\"value\" : ", at) + 10;
        int to = from;
        while ("\n,".indexOf(json.charAt(to)) < 0) {
            to++;
        }
        return Double.parseDouble(json.substring(from, to).strip());
    }

    /** The report without what differs from run to run. */
    private static String lasting(Path report) throws IOException {
        String text = Files.readString(report);
        return text.substring(0, text.indexOf("\"execution\""));
    }

    @Test
    void aFileIsMeasuredInAllGroups() throws IOException {
        Path out = folder.resolve("report.json");
        Path partition = folder.resolve("communities.csv");
        CommandRun run = CommandRun.of(
                "analyze", triangles(), "--nulls=10", "--restarts=5", "--out", out, "--partition", partition);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("graph       undirected graph of 6 nodes and 7 edges")
                .contains("settings    seed 1, 10 null graphs, 5 restarts, resolution 1.0")
                .contains("size and density", "clustering", "communities", "small world", "rich club", "entropy")
                .contains("null model: degree-preserving rewiring")
                .contains("Newman (undirected), binary, no self-loops, resolution 1.0")
                .contains("the nodes have no positions")
                .contains("report      " + out)
                .contains("communities " + partition);
        String json = Files.readString(out);
        assertThat(value(json, "modularity")).isCloseTo(5 / 14.0, within(1e-12));
        assertThat(value(json, "transitivity")).isCloseTo(6 / 10.0, within(1e-12));
        assertThat(value(json, "clustering")).isCloseTo((4 + 2 / 3.0) / 6, within(1e-12));
        assertThat(value(json, "characteristic path length")).isCloseTo(27 / 15.0, within(1e-12));
        JsonObject read = JsonFiles.read(out);
        assertThat(read.string("format")).isEqualTo("lightcone-structure");
        assertThat(read.object("graph").integer("nodes", 0, 100)).isEqualTo(6);
        assertThat(read.object("settings").integer("nulls", 0, 100)).isEqualTo(10);
        assertThat(Files.readAllLines(partition))
                .hasSize(7)
                .startsWith("node,name,population,community,participation", "0,a,,0,0.0")
                .contains("2,c,,0,0.4444444444444444");
    }

    @Test
    void theReportIsTheSameForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.json");
        Path three = folder.resolve("three.json");
        CommandRun.of("analyze", triangles(), "--nulls=8", "--threads=1", "--out", one);
        CommandRun.of("analyze", triangles(), "--nulls=8", "--threads=3", "--out", three);
        assertThat(lasting(three)).isEqualTo(lasting(one));
    }

    @Test
    void groupsCanBeChosen() throws IOException {
        CommandRun run = CommandRun.of("analyze", triangles(), "--measures", "size,rich-club", "--nulls", 0);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("size and density", "rich club").doesNotContain("clustering", "null model");
    }

    @Test
    void aNetworkIsMeasuredWithPositionsAndDelays() throws IOException {
        Path network = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        Path out = folder.resolve("report.json");
        Path partition = folder.resolve("communities.csv");
        CommandRun run = CommandRun.of("analyze", network, "--nulls=5", "--out", out, "--partition", partition);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("all neurons, spike sources included; synapses of one pair added");
        String json = Files.readString(out);
        // 1.25^(1/2) mm at 0.5 mm/ms; the readout is 1 mm away with 1.5 ms of its own, or instead.
        assertThat(value(json, "delay, smallest")).isGreaterThanOrEqualTo(1.5).isLessThanOrEqualTo(2 * Math.sqrt(1.25));
        assertThat(value(json, "wiring cost")).isCloseTo(8 * Math.sqrt(1.25) + 4 * Math.sqrt(1.25) + 1, within(1e-12));
        assertThat(Files.readAllLines(partition).get(1)).startsWith("0,100,input,");
        assertThat(network).isDirectoryNotContaining("glob:**structure.json");
    }

    @Test
    void populationsCanBeChosen() throws IOException {
        Path network = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        CommandRun run = CommandRun.of("analyze", network, "--of=cell,readout", "--nulls=0", "--measures=size");
        assertThat(run.out()).contains("directed graph of 2 nodes and 1 edges").contains("2 of 4 neurons");
    }

    @Test
    void aRunIsMeasuredAtItsBestAndKeepsTheReport() throws IOException {
        Path run = folder.resolve("run");
        SmallNetwork.write(run.resolve("best"), SmallNetwork.files());
        SmallNetwork.write(run.resolve("network"), SmallNetwork.files());
        CommandRun best = CommandRun.of("analyze", run, "--nulls=0", "--measures=size");
        assertThat(best.exitCode()).isZero();
        assertThat(best.out()).contains("source      " + run.resolve("best"));
        assertThat(Files.readString(run.resolve("structure.json"))).contains("\"settings\"");
        CommandRun last = CommandRun.of("analyze", run, "--nulls=0", "--measures=size", "--at=last");
        assertThat(last.exitCode()).isZero();
        assertThat(last.out()).contains("source      " + run.resolve("network"));
    }

    private Path trained(String... more) {
        Path run = folder.resolve("trained" + more.length);
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                "delayed-xor",
                "--epochs=1",
                "--hidden=12",
                "--set=data.size=80",
                "--out=" + run,
                "--set=network.projections.0.weights={normal: [1.5, 1]}"));
        arguments.addAll(List.of(more));
        assertThat(CommandRun.of(arguments.toArray()).exitCode()).isZero();
        return run;
    }

    @Test
    void whatTheNeuronsOfARunDoIsMeasured() throws IOException {
        Path run = trained();
        String groups = "--measures=selectivity,topography,functional-clusters";
        CommandRun one = CommandRun.of("analyze", run, groups, "--nulls=9", "--restarts=3", "--threads=1");
        assertThat(one.err()).isEmpty();
        assertThat(one.exitCode()).isZero();
        assertThat(one.out())
                .contains("class selectivity", "null model: classes dealt to the examples anew, 9 draws, seed 1")
                .contains("validation data, ")
                .contains("function in space", "null model: positions dealt to the neurons anew")
                .contains("functional clusters");
        Path report = run.resolve("structure.json");
        String before = lasting(report);
        assertThat(before).contains("\"neurons\"", "\"selectivity\"", "\"informationP\"", "\"inputPosition0\"");
        assertThat(value(before, "neurons")).isEqualTo(12);
        CommandRun.of("analyze", run, groups, "--nulls=9", "--restarts=3", "--threads=3");
        assertThat(lasting(report)).isEqualTo(before);
        CommandRun few = CommandRun.of("analyze", run, "--measures=selectivity", "--examples=4", "--nulls=0");
        assertThat(few.out()).contains("validation data, 4 of ").contains("needs null draws");
    }

    @Test
    void withoutDelaysFromPositionsFunctionInSpaceSaysSo() {
        CommandRun run = CommandRun.of("analyze", trained("--variant=none"), "--measures=topography", "--nulls=3");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("no delay of this network comes from positions");
    }

    @Test
    void whatNeuronsDoNeedsARun() throws IOException {
        Path network = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        for (Path source : List.of(triangles(), network)) {
            CommandRun run = CommandRun.of("analyze", source, "--measures=size,selectivity,topography");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("--measures: selectivity, topography need a run folder of 'lightcone train'")
                    .contains(source + " is none");
        }
        assertThat(CommandRun.of("analyze", network, "--data=x").err()).contains("--data is for a run folder");
        assertThat(CommandRun.of("analyze", network, "--examples=0").err()).contains("--examples = 0");
    }

    @Test
    void signsAreDroppedForNetworksOnly() throws IOException {
        Path edges = Files.writeString(folder.resolve("signed.csv"), "source,target,weight\n0,1,-2\n1,2,1\n");
        assertThat(CommandRun.of("analyze", edges, "--measures=roles").out()).contains("negative weights");
        assertThat(CommandRun.of("analyze", edges, "--measures=roles", "--absolute")
                        .out())
                .contains("weights without their signs, |w|")
                .doesNotContain("negative");
    }

    @ParameterizedTest
    @CsvSource({
        "--threshold=2, 3",
        "--threshold=9, 0",
        "--density=0.5, 3",
        "--density=1, 6",
        "--density=0.01, 0",
        "--binary, 6"
    })
    void theStrongestConnectionsAreKept(String option, int edges) throws IOException {
        Path file = Files.writeString(
                folder.resolve("six.csv"), "source,target,weight\n0,1,1\n0,2,1\n0,3,1\n1,2,2\n1,3,3\n2,3,4\n");
        CommandRun run = CommandRun.of("analyze", file, "--measures=size", option);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("graph of 4 nodes and " + edges + " edges");
    }

    @Test
    void directionsCanBeDropped() throws IOException {
        Path file = Files.writeString(folder.resolve("two.csv"), "source,target\n0,1\n1,0\n");
        assertThat(CommandRun.of("analyze", file, "--measures=size", "--directed")
                        .out())
                .contains("directed graph of 2 nodes and 2 edges");
        Path gml = Files.writeString(
                folder.resolve("two.gml"),
                "graph [ directed 1 node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ] ]");
        assertThat(CommandRun.of("analyze", gml, "--measures=size", "--undirected")
                        .out())
                .contains("undirected graph of 2 nodes and 1 edges")
                .contains("directions dropped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nulls=-1 | --nulls = -1, must be at least 0",
                "--restarts=0 | --restarts = 0, must be from 1",
                "--threads=0 | --threads = 0, must be from 1",
                "--resolution=-1 | --resolution = -1.0, must be finite and at least 0",
                "--threshold=-1 | --threshold = -1.0, must be finite and at least 0",
                "--density=0 | --density = 0.0, must be above 0 and at most 1",
                "--measures=size,riches | group of measures 'riches', must be one of size, degrees",
                "--at=first | --at = first, must be best or last",
                "--at=best | --at is for a run, which ",
                "--of=hidden | --of is for a run or a network, which ",
                "--density=0.5 --threshold=1 | mutually exclusive",
                "--directed --undirected | mutually exclusive",
            })
    void badOptionsAreExplained(String options, String problem) throws IOException {
        Path file = triangles();
        Object[] arguments = ("analyze " + file + " " + options).split(" ", -1);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void badFilesAreNamed() throws IOException {
        Path file = triangles();
        Path network = SmallNetwork.write(folder.resolve("net"), SmallNetwork.files());
        Path bad = Files.writeString(folder.resolve("bad.csv"), "source,target,weight\na,b,heavy\n");
        for (List<Object> arguments : List.<List<Object>>of(
                List.of("analyze", folder.resolve("none.csv"), "none.csv: does not exist"),
                List.of("analyze", bad, "bad.csv:2: weight"),
                List.of("analyze", folder, "is neither a run folder, nor a sweep, nor a network folder"),
                List.of("analyze", network, "--of=hidden", "--of = hidden, must be one of input, cell, readout"),
                List.of("analyze", network, "--at=last", "--at is for a run"),
                List.of("analyze", network, "--nodes=x.csv", "--nodes is for a list of edges"),
                List.of("analyze", file, "--out=" + file, "which is also the input"),
                List.of("analyze", file, "--out=" + bad, "exists already; --force writes over it"),
                List.of("analyze", file, "--measures=size", "--partition=p.csv", "--partition needs the group"))) {
            CommandRun run =
                    CommandRun.of(arguments.subList(0, arguments.size() - 1).toArray());
            assertThat(run.exitCode()).as(arguments.toString()).isEqualTo(2);
            assertThat(run.err()).contains((String) arguments.get(arguments.size() - 1));
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(file).hasContent(TRIANGLES);
    }

    /** Optima and figures known from exact methods and other software. */
    @Test
    void karate() throws IOException {
        Path karate = DataFolder.require("graphs").resolve("karate.csv");
        Path out = folder.resolve("karate.json");
        assertThat(CommandRun.of("analyze", karate, "--binary", "--nulls=4", "--out", out)
                        .exitCode())
                .isZero();
        String json = Files.readString(out);
        assertThat(value(json, "modularity")).isCloseTo(0.4197896121, within(1e-10));
        assertThat(value(json, "communities")).isEqualTo(4);
        assertThat(value(json, "clustering")).isCloseTo(0.570638, within(1e-6));
        assertThat(value(json, "transitivity")).isCloseTo(0.255682, within(1e-6));
        assertThat(value(json, "characteristic path length")).isCloseTo(2.408200, within(1e-6));
        assertThat(value(json, "diameter")).isEqualTo(5);
        assertThat(value(json, "global efficiency")).isCloseTo(0.492008, within(1e-6));
        assertThat(value(json, "local efficiency")).isCloseTo(0.645127, within(1e-6));
        Path weighted = folder.resolve("weighted.json");
        CommandRun.of("analyze", karate, "--measures=communities", "--nulls=0", "--out", weighted);
        assertThat(value(Files.readString(weighted), "modularity")).isCloseTo(0.4449035813, within(1e-10));
    }
}
