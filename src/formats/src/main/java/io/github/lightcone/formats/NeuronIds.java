package io.github.lightcone.formats;

import com.carrotsearch.hppc.LongIntHashMap;

/**
 * The ids that neurons go by in files: unique integers of at least 0, in any order. Within a {@link
 * io.github.lightcone.network.Network} neurons are numbered from 0 through all populations. Immutable.
 */
public final class NeuronIds {

    /** What {@link #neuron} returns for an id that no neuron has. */
    public static final int NONE = -1;

    private final long[] ids;
    private final LongIntHashMap neurons;

    private NeuronIds(long[] ids) {
        this.ids = ids;
        neurons = new LongIntHashMap(ids.length);
        for (int neuron = 0; neuron < ids.length; neuron++) {
            long id = ids[neuron];
            if (id < 0) {
                throw new IllegalArgumentException("id of neuron " + neuron + " = " + id + ", must be at least 0");
            }
            if (!neurons.putIfAbsent(id, neuron)) {
                throw new IllegalArgumentException(
                        "neurons " + neurons.get(id) + " and " + neuron + " both have the id " + id);
            }
        }
    }

    /** Returns ids that are the numbers of the neurons themselves. */
    public static NeuronIds consecutive(int count) {
        long[] ids = new long[count];
        for (int neuron = 0; neuron < count; neuron++) {
            ids[neuron] = neuron;
        }
        return new NeuronIds(ids);
    }

    /**
     * Returns the given ids.
     *
     * @param ids id of each neuron; copied
     * @throws IllegalArgumentException if one is negative or there twice
     */
    public static NeuronIds of(long... ids) {
        return new NeuronIds(ids.clone());
    }

    /** Returns the number of neurons. */
    public int size() {
        return ids.length;
    }

    /** Returns whether every id is the number of its neuron. */
    public boolean areNumbers() {
        for (int neuron = 0; neuron < size(); neuron++) {
            if (id(neuron) != neuron) {
                return false;
            }
        }
        return true;
    }

    /** Returns the id of a neuron. */
    public long id(int neuron) {
        return ids[neuron];
    }

    /** Returns the neuron of an id, {@link #NONE} if there is none. */
    public int neuron(long id) {
        return neurons.getOrDefault(id, NONE);
    }
}
