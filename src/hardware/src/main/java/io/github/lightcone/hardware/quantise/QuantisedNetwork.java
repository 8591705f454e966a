package io.github.lightcone.hardware.quantise;

import io.github.lightcone.network.Network;

/**
 * A network with whole numbers.
 *
 * @param network each weight is a whole number times a scale, each delay a whole number of steps
 * @param step length of a step, ms; NaN if the chip's delays are unknown, so that delays were left alone, and none
 *     was asked for
 * @param conductionSpeed that delays were computed with, mm/ms
 * @param scale of each synapse's weight; NaN if the chip's weights are unknown, so that weights were left alone
 * @param unit of each neuron's voltage, the smallest scale of what arrives there; NaN where there is none
 * @param weights what became of weights
 * @param delays what became of delays, ms
 * @param timeConstants what became of time constants, as relative changes
 * @param thresholds what became of thresholds
 */
public record QuantisedNetwork(
        Network network,
        double step,
        double conductionSpeed,
        double[] scale,
        double[] unit,
        RoundingErrors weights,
        RoundingErrors delays,
        RoundingErrors timeConstants,
        RoundingErrors thresholds) {}
