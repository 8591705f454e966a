package io.github.lightcone.formats.nir;

import java.util.Optional;

/**
 * How networks and graphs become one another.
 *
 * @param timeUnit of the times in the file; empty for what the file says, seconds if it says nothing
 * @param spikeWidth ms; 0 if a spike is a unit impulse, as in the equations; else it is a pulse of height 1 that
 *     lasts as long, as in tools that take steps of this length; empty for what the file says, an impulse if it
 *     says nothing
 * @param rounding what becomes of delays on their way out
 * @param lifSynapse synaptic time constant, ms, that LIF and LI nodes get on their way in; empty to refuse those
 *     that receive spikes
 */
public record NirSettings(
        Optional<NirTimeUnit> timeUnit,
        Optional<Double> spikeWidth,
        DelayRounding rounding,
        Optional<Double> lifSynapse) {

    /** Checks the numbers. */
    public NirSettings {
        spikeWidth.ifPresent(width -> {
            if (!(width >= 0 && width < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("width of a spike = " + width + ", must be finite and at least 0");
            }
        });
        lifSynapse.ifPresent(tau -> {
            if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("synapse of a LIF = " + tau + ", must be finite and above 0");
            }
        });
    }

    /** Returns exact delays, and for the rest what the file says. */
    public static NirSettings usual() {
        return new NirSettings(Optional.empty(), Optional.empty(), DelayRounding.exact(), Optional.empty());
    }

    /** Returns these with times in this unit. */
    public NirSettings in(NirTimeUnit unit) {
        return new NirSettings(Optional.of(unit), spikeWidth, rounding, lifSynapse);
    }

    /** Returns these with delays rounded like this. */
    public NirSettings rounded(DelayRounding how) {
        return new NirSettings(timeUnit, spikeWidth, how, lifSynapse);
    }

    /** Returns these with spikes of this width, ms. */
    public NirSettings withSpikeWidth(double width) {
        return new NirSettings(timeUnit, Optional.of(width), rounding, lifSynapse);
    }

    /** Returns these with a synapse for LIF and LI nodes, ms. */
    public NirSettings withLifSynapse(double tauSyn) {
        return new NirSettings(timeUnit, spikeWidth, rounding, Optional.of(tauSyn));
    }
}
