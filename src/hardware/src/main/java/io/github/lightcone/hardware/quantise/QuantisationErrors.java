package io.github.lightcone.hardware.quantise;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the numbers of a network.
 *
 * @param weights of synapses
 * @param delays total delays, ms
 * @param timeConstants as relative changes
 * @param thresholds of neurons that spike
 * @param voltages resets, biases and initial voltages
 * @param withoutUnit neurons whose thresholds and voltages stayed as they were for want of a unit, as nothing arrives
 *     there or the chip's weights are unknown; 0 on a chip without a number of bits for thresholds
 */
public record QuantisationErrors(
        RoundingErrors weights,
        RoundingErrors delays,
        RoundingErrors timeConstants,
        RoundingErrors thresholds,
        RoundingErrors voltages,
        int withoutUnit) {

    /** Returns all of them by their names, in this order. */
    public Map<String, RoundingErrors> named() {
        Map<String, RoundingErrors> named = new LinkedHashMap<>();
        named.put("weights", weights);
        named.put("delays", delays);
        named.put("time constants", timeConstants);
        named.put("thresholds", thresholds);
        named.put("voltages", voltages);
        return named;
    }
}
