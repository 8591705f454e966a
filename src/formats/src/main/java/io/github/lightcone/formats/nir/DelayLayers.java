package io.github.lightcone.formats.nir;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spreads synapses over layers, each a delay per source followed by a matrix, so that every synapse gets its own delay.
 *
 * <p>A source with k different delays needs k layers, so the projection needs as many as its source with the most.
 * Where it has no more different delays at all, all sources of a layer share one. O(n log n) for n synapses.
 */
final class DelayLayers {

    private final int count;
    private final int[] layer;
    private final int[] source;
    private final double[] delays;
    private final int sources;
    private final double[] shared;

    private DelayLayers(int[] source, double[] delays, int sources) {
        this.source = source;
        this.delays = delays;
        this.sources = sources;
        layer = ranks(source, delays);
        count = 1 + Arrays.stream(layer).max().orElse(0);
        double[] distinct = Arrays.stream(delays).distinct().sorted().toArray();
        shared = distinct.length == count ? distinct : null;
        if (shared != null) {
            Arrays.setAll(layer, k -> Arrays.binarySearch(distinct, delays[k]));
        }
    }

    /**
     * Spreads synapses.
     *
     * @param source of each synapse, from 0 to sources - 1
     * @param delays of each synapse
     */
    static DelayLayers of(int[] source, double[] delays, int sources) {
        return new DelayLayers(source, delays, sources);
    }

    /** Returns how many shorter delays the source of each synapse has. */
    private static int[] ranks(int[] source, double[] delays) {
        int[] rank = new int[source.length];
        int[] order = IntStream.range(0, source.length)
                .boxed()
                .sorted((a, b) -> source[a] != source[b]
                        ? Integer.compare(source[a], source[b])
                        : Double.compare(delays[a], delays[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < order.length; i++) {
            int previous = order[i - 1];
            int synapse = order[i];
            if (source[synapse] == source[previous]) {
                rank[synapse] = rank[previous] + (delays[synapse] == delays[previous] ? 0 : 1);
            }
        }
        return rank;
    }

    /** Returns the number of layers. */
    int count() {
        return count;
    }

    /** Returns the layer of a synapse. */
    int layerOf(int synapse) {
        return layer[synapse];
    }

    /** Returns the delay of each source in a layer; 0 where it has no synapse. O(n). */
    double[] delays(int ofLayer) {
        double[] delay = new double[sources];
        if (shared != null) {
            Arrays.fill(delay, shared[ofLayer]);
            return delay;
        }
        for (int k = 0; k < layer.length; k++) {
            if (layer[k] == ofLayer) {
                delay[source[k]] = delays[k];
            }
        }
        return delay;
    }
}
