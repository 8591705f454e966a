package io.github.lightcone.formats.nir;

import com.carrotsearch.hppc.IntArrayList;
import io.github.lightcone.network.Network;
import io.github.lightcone.network.Parameters;
import io.github.lightcone.network.Population;
import io.github.lightcone.network.Projection;
import io.github.lightcone.neuron.NeuronKind;
import io.github.lightcone.space.ConductionDelay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All synapses from one population to another, as matrices after delays. */
final class NirProjection {

    /** Populations, for which the synapses are collected. */
    private record Ends(Population source, Population target) {}

    private final Ends ends;
    private final int[] from;
    private final int[] to;
    private final double[] weight;
    private final double[] exact;
    private final double[] rounded;
    private final DelayLayers layers;
    private int merged;

    private NirProjection(
            Network network,
            Parameters parameters,
            Ends ends,
            IntArrayList synapses,
            BitSet spatial,
            DelayRounding how) {
        this.ends = ends;
        int count = synapses.size();
        from = new int[count];
        to = new int[count];
        weight = new double[count];
        exact = new double[count];
        for (int k = 0; k < count; k++) {
            int s = synapses.get(k);
            from[k] = network.source(s) - ends.source.firstNeuron();
            to[k] = network.target(s) - ends.target.firstNeuron();
            weight[k] = parameters.weight()[s];
            exact[k] = delay(network, parameters, s, spatial.get(s));
        }
        rounded = how.apply(exact);
        layers = DelayLayers.of(from, rounded, ends.source.size());
    }

    private static double delay(Network network, Parameters parameters, int s, boolean isSpatial) {
        double own = parameters.delay()[s];
        if (!isSpatial) {
            return own;
        }
        double distance = ConductionDelay.distance(
                parameters.position(), network.dimensions(), network.source(s), network.target(s));
        return distance / parameters.conductionSpeed() + own;
    }

    /** Collects the synapses of a network by the populations at their ends. */
    static List<NirProjection> of(Network network, DelayRounding how) {
        Parameters parameters = network.parameters();
        BitSet spatial = new BitSet();
        Map<Ends, IntArrayList> synapses = new LinkedHashMap<>();
        for (Projection projection : network.projections()) {
            if (projection.size() > 0 && projection.source().kind() == NeuronKind.LEAKY_INTEGRATOR) {
                throw new IllegalArgumentException("projection '" + projection.name()
                        + "' comes from leaky integrators, which have no spikes to send");
            }
            Ends ends = new Ends(projection.source(), projection.target());
            for (int s = projection.firstSynapse(); s < projection.endSynapse(); s++) {
                synapses.computeIfAbsent(ends, e -> new IntArrayList()).add(s);
                spatial.set(s, projection.spatial());
            }
        }
        List<NirProjection> projections = new ArrayList<>();
        synapses.forEach(
                (ends, list) -> projections.add(new NirProjection(network, parameters, ends, list, spatial, how)));
        return projections;
    }

    /** Throws if the matrices of all projections would have too many elements. */
    static void requireRoom(List<NirProjection> projections) {
        double elements = 0;
        for (NirProjection projection : projections) {
            elements += (double) projection.layers.count()
                    * projection.source().size()
                    * projection.target().size();
        }
        if (elements > NirArray.MOST_ELEMENTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "NIR has dense matrices, one for each delay that a neuron sends with: that would be %.3g numbers, "
                            + "must be at most %d; delays rounded to a step or into buckets need fewer",
                    elements,
                    NirArray.MOST_ELEMENTS));
        }
    }

    /** Returns what became of the synapses. */
    static List<String> notes(Network network, List<NirProjection> projections, DelayRounding how) {
        List<String> notes = new ArrayList<>();
        double largest = 0;
        double sum = 0;
        long synapses = 0;
        long zeros = 0;
        long merged = 0;
        for (NirProjection projection : projections) {
            for (int k = 0; k < projection.from.length; k++) {
                double error = Math.abs(projection.rounded[k] - projection.exact[k]);
                largest = Math.max(largest, error);
                sum += error;
                zeros += projection.weight[k] == 0 ? 1 : 0;
            }
            synapses += projection.from.length;
            merged += projection.merged;
            notes.add("projection " + projection.source().name() + "->"
                    + projection.target().name() + ": " + projection.from.length + " synapses in "
                    + projection.layers.count()
                    + (projection.layers.count() == 1 ? " matrix" : " matrices, each after its own delays"));
        }
        if (synapses > 0) {
            notes.add(
                    largest == 0
                            ? "delays are exact"
                            : String.format(
                                    Locale.ROOT,
                                    "delays are %s: off by %.3g ms at most, %.3g ms on average",
                                    how,
                                    largest,
                                    sum / synapses));
        }
        if (network.projections().stream().anyMatch(Projection::spatial)) {
            notes.add("not carried: that delays follow from positions; they are numbers now");
        }
        if (zeros > 0) {
            notes.add("not carried: " + zeros + " synapses of weight 0, which a matrix does not tell from none");
        }
        if (merged > 0) {
            notes.add("not carried: that " + merged + " synapses run beside another with the same ends and delay; "
                    + "their weights are added up");
        }
        return notes;
    }

    Population source() {
        return ends.source;
    }

    Population target() {
        return ends.target;
    }

    DelayLayers layers() {
        return layers;
    }

    /** Returns the weights of the synapses in a layer, a row per target and a column per source. */
    NirArray weight(int layer) {
        int columns = source().size();
        double[] matrix = new double[target().size() * columns];
        BitSet taken = new BitSet();
        for (int k = 0; k < from.length; k++) {
            if (layers.layerOf(k) == layer) {
                int place = to[k] * columns + from[k];
                merged += taken.get(place) ? 1 : 0;
                taken.set(place);
                matrix[place] += weight[k];
            }
        }
        return NirArray.of(new int[] {target().size(), columns}, matrix);
    }
}
