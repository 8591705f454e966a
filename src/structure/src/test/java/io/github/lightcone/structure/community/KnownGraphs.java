package io.github.lightcone.structure.community;

import io.github.lightcone.reference.DataFolder;
import io.github.lightcone.structure.file.GraphFiles;
import io.github.lightcone.structure.graph.Graph;
import java.io.IOException;

/** Published graphs with known answers; a test that asks for one is skipped where the data are absent. */
final class KnownGraphs {

    private KnownGraphs() {}

    static Graph weightedKarate() throws IOException {
        return GraphFiles.read(DataFolder.require("graphs").resolve("karate.csv"), false)
                .graph();
    }

    static Graph karate() throws IOException {
        return weightedKarate().binary();
    }

    static Graph lesMiserables() throws IOException {
        return GraphFiles.read(DataFolder.require("graphs").resolve("lesmis.gml"), false)
                .graph()
                .binary();
    }

    static Graph worm() throws IOException {
        return GraphFiles.read(DataFolder.require("graphs").resolve("c_elegans_undir_ws279.net"), false)
                .graph();
    }

    /** The partition of the karate club into four that has the highest modularity. */
    static Partition karateInFour() {
        return Partition.of(
                0, 0, 0, 0, 1, 1, 1, 0, 2, 2, 1, 0, 0, 0, 2, 2, 1, 0, 2, 0, 2, 0, 2, 3, 3, 3, 2, 3, 3, 2, 2, 3, 2, 2);
    }

    /** The two clubs after the split. */
    static Partition karateFactions() {
        return Partition.of(
                0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }
}
