package io.github.lightcone.formats.nir;

/**
 * A connection: what one node puts out goes into another as it is.
 *
 * @param from name of a node of the same graph
 * @param to name of a node of the same graph
 */
public record NirEdge(String from, String to) {

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
