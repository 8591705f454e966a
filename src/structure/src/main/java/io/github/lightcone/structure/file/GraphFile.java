package io.github.lightcone.structure.file;

import io.github.lightcone.space.Positions;
import io.github.lightcone.structure.graph.Graph;
import java.util.List;
import java.util.Optional;

/**
 * What a file says about a graph.
 *
 * @param graph the graph
 * @param names a name per node, in the order of nodes
 * @param positions a point per node, mm, if the file has one for every node
 * @param lengths the same edges with their lengths for weights, mm, if the file has lengths
 * @param notes how the file was taken, in words: whether it is directed, what was summed or dropped, which
 *     units were changed
 */
public record GraphFile(
        Graph graph, List<String> names, Optional<Positions> positions, Optional<Graph> lengths, List<String> notes) {

    /** Copies the lists. */
    public GraphFile {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
        if (names.size() != graph.nodeCount()) {
            throw new IllegalArgumentException(names.size() + " names of " + graph.nodeCount() + " nodes");
        }
    }

    /** Returns the number of a node by its name, -1 if there is none; the first if there are several. */
    public int node(String name) {
        return names.indexOf(name);
    }

    @Override
    public String toString() {
        return graph + (positions.isPresent() ? ", " + positions.get().dimensions() + "-D positions" : "")
                + (lengths.isPresent() ? ", lengths" : "") + " (" + String.join("; ", notes) + ")";
    }
}
