package io.github.lightcone.structure.function;

import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;

/** Neurons dealt to folds of cross-validation: place i of an order goes to fold i modulo folds. */
final class Folds {

    private final int[] order;
    private final int count;

    Folds(int[] order, int count) {
        this.order = order;
        this.count = count;
    }

    /** Returns folds in a random order; stream -1 of the seed, as the draws have 0 and above. */
    static Folds random(int neurons, int count, long seed) {
        int[] order = new int[neurons];
        Arrays.setAll(order, n -> n);
        new SeededRandom(seed, -1).shuffle(order);
        return new Folds(order, count);
    }

    /** Throws unless every fold has a neuron and every training set two. */
    static void check(int neurons, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("folds = " + count + ", must be at least 2");
        }
        if (neurons < Math.max(count, 3) || neurons - (neurons + count - 1) / count < 2) {
            throw new IllegalArgumentException(neurons + " neurons in " + count
                    + " folds, must be a neuron per fold and two in what is left without a fold");
        }
    }

    int count() {
        return count;
    }

    /** Returns the neurons of a fold. */
    int[] test(int fold) {
        return select(fold, true);
    }

    /** Returns the neurons of all other folds, in order. */
    int[] train(int fold) {
        return select(fold, false);
    }

    private int[] select(int fold, boolean inside) {
        int[] selected = new int[order.length];
        int size = 0;
        for (int i = 0; i < order.length; i++) {
            if ((i % count == fold) == inside) {
                selected[size++] = order[i];
            }
        }
        return Arrays.copyOf(selected, size);
    }

    /** Returns folds of what trains a fold: as many, or one per neuron if these are fewer. */
    Folds inner(int fold) {
        int[] train = train(fold);
        return new Folds(train, Math.min(count, train.length));
    }
}
