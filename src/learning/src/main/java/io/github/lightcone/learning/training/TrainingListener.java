package io.github.lightcone.learning.training;

/** Hears how training goes, on the thread that trains. */
public interface TrainingListener {

    /**
     * A batch is done.
     *
     * @param epoch number of the epoch, from 1
     * @param batch number of the batch in the epoch, from 1
     * @param batches batches per epoch
     */
    default void batchEnded(int epoch, int batch, int batches) {}

    /** An epoch is done; the trainer holds the network it led to. */
    default void epochEnded(EpochRecord epoch) {}
}
