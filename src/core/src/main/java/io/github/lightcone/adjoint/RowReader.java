package io.github.lightcone.adjoint;

/** A way to read the adjoint at the arrivals of spikes, row by row, into the gradients of weights and delays. */
interface RowReader {

    /**
     * Reads the adjoint at every arrival of a spike. All later knots are known. What weights and delays
     * receive may wait until the row is finished.
     *
     * @return how the loss depends on the time of the spike through its arrivals
     */
    double read(int spike);

    /** Finishes the row of a neuron whose spikes have been read. */
    void finish(int neuron);
}
