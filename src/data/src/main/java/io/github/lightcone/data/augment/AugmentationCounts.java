package io.github.lightcone.data.augment;

/** How many spikes augmentations saw, lost and moved. Not safe for use by several threads: add up one a thread. */
public final class AugmentationCounts {

    private long offChannels;
    private long beforeStart;
    private long clippedToStart;
    private long droppedOut;

    /** Returns the number of spikes that were left out because they left the channels. */
    public long offChannels() {
        return offChannels;
    }

    /** Returns the number of spikes that were left out because they came before time 0. */
    public long beforeStart() {
        return beforeStart;
    }

    /** Returns the number of spikes that were moved to time 0 because they came before. */
    public long clippedToStart() {
        return clippedToStart;
    }

    /** Returns the number of spikes that were left out on purpose. */
    public long droppedOut() {
        return droppedOut;
    }

    void countOffChannels() {
        offChannels++;
    }

    void countBeforeStart() {
        beforeStart++;
    }

    void countClippedToStart() {
        clippedToStart++;
    }

    void countDroppedOut() {
        droppedOut++;
    }

    /** Adds what another has counted. */
    public void add(AugmentationCounts that) {
        offChannels += that.offChannels;
        beforeStart += that.beforeStart;
        clippedToStart += that.clippedToStart;
        droppedOut += that.droppedOut;
    }

    @Override
    public String toString() {
        return offChannels + " spikes off the channels, " + beforeStart + " before time 0, " + clippedToStart
                + " moved to time 0, " + droppedOut + " dropped out";
    }
}
