package io.github.lightcone.data.augment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import java.util.Optional;

/**
 * The examples of each epoch of a training: those of a data set, then blends of them, all changed anew. What an example
 * is depends on the seed, the epoch and its number alone. Safe for use by several threads.
 */
public final class VariedExamples {

    private final EventDataset data;
    private final long seed;
    private final int blends;
    private final Optional<Augmenter> augmenter;
    private final BlendPairs pairs;
    private final ClassBlend blend;

    /**
     * Prepares the examples.
     *
     * @param seed any number
     * @throws IllegalArgumentException if there are to be blends, naming a class that has a single example
     */
    public VariedExamples(EventDataset data, Variation variation, long seed) {
        this.data = data;
        this.seed = seed;
        blends = variation.blends();
        augmenter = variation.change().map(change -> new Augmenter(change, seed));
        pairs = blends == 0 ? null : new BlendPairs(data);
        blend = new ClassBlend(data.channels());
    }

    /** Returns the number of examples of an epoch. */
    public int size() {
        return data.size() + blends;
    }

    /** Returns the class of an example. */
    public int label(int epoch, int example) {
        return data.label(
                example < data.size()
                        ? example
                        : pairs.draw(seed, epoch, example - data.size()).one());
    }

    /**
     * Returns the spikes of an example.
     *
     * @param epoch at least 0
     * @param counts takes the spikes that are lost. Modified.
     */
    public SpikeTrains input(int epoch, int example, AugmentationCounts counts) {
        if (example < data.size()) {
            return augmenter.isPresent() ? augmenter.get().apply(data, epoch, example, counts) : data.input(example);
        }
        BlendPairs.Pair pair = pairs.draw(seed, epoch, example - data.size());
        SpikeTrains blended = blend.blend(data.input(pair.one()), data.input(pair.other()), pair.random(), counts);
        return augmenter.isPresent()
                ? augmenter.get().augmentation().apply(blended, Streams.of(seed, epoch, example), counts)
                : blended;
    }
}
