package io.github.lightcone.connectivity;

/**
 * Makes the synapses of a network source by source, so that nothing but the finished table need be kept.
 *
 * <p>A generator is asked for each source more than once and from several threads at a time, for different
 * sources, and must give the same row each time: draw from a random generator that is seeded by the source,
 * never from one that sources share.
 *
 * <pre>{@code
 * RowGenerator ring = (source, row) -> row.add((source + 1) % neurons, 0.5, 1.0);
 * }</pre>
 *
 * @see RowGenerators
 */
@FunctionalInterface
public interface RowGenerator {

    /**
     * Adds the synapses of a source.
     *
     * @param source number of the neuron they come from
     * @param row receives them
     */
    void row(int source, RowBuffer row);

    /** Returns a generator that adds the synapses of this one, then those of another. */
    default RowGenerator and(RowGenerator other) {
        return (source, row) -> {
            row(source, row);
            other.row(source, row);
        };
    }
}
