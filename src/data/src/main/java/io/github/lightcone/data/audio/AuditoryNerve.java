package io.github.lightcone.data.audio;

import java.util.function.DoubleConsumer;

/**
 * A leaky integrate-and-fire neuron, {@code tauMem dv/dt = I - v}, that spikes when v reaches 1, is set to 0
 * and held there for the refractory time. The current is constant over a sample, so the time of each spike is
 * solved for: {@code tauMem log((I - v) / (I - 1))} after the start.
 */
final class AuditoryNerve {

    private static final double THRESHOLD = 1;

    private final double tauMem;
    private final double refractory;
    private final double samplePeriod;
    private double voltage;
    private double heldUntil;

    /**
     * Makes a neuron at rest.
     *
     * @param tauMem membrane time constant, ms
     * @param refractory ms
     * @param samplePeriod ms
     */
    AuditoryNerve(double tauMem, double refractory, double samplePeriod) {
        this.tauMem = tauMem;
        this.refractory = refractory;
        this.samplePeriod = samplePeriod;
    }

    /**
     * Lets a sample of current pass.
     *
     * @param current in thresholds
     * @param sample number of the sample, which holds from {@code sample samplePeriod} on for a period
     * @param spikes takes the times of spikes, ms
     */
    void next(double current, long sample, DoubleConsumer spikes) {
        double end = (sample + 1) * samplePeriod;
        double time = Math.max(sample * samplePeriod, heldUntil);
        while (time < end) {
            double crossing = current > THRESHOLD
                    ? time + tauMem * StrictMath.log((current - voltage) / (current - THRESHOLD))
                    : Double.POSITIVE_INFINITY;
            if (crossing >= end) {
                voltage = current + (voltage - current) * StrictMath.exp((time - end) / tauMem);
                return;
            }
            spikes.accept(crossing);
            voltage = 0;
            heldUntil = crossing + refractory;
            time = heldUntil;
        }
    }
}
