package io.github.lightcone.learning.training;

import java.util.Optional;

/**
 * What happened in an epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param training loss, accuracy and spikes as they were met while the network changed
 * @param validation on the validation data after the epoch, if there are any
 * @param penalty cost of the parameters after the epoch
 * @param lifted number of examples in which a silent correct output was lifted
 * @param regularised how often a regulariser of activity acted on a neuron in an example
 * @param revived number of hidden neurons whose weights were raised after the epoch
 * @param vanished number of weights that were set to 0
 * @param clamped number of times a parameter was stopped at its bound
 * @param clipped number of times a gradient was shortened
 * @param lostSpikes number of input spikes that augmentations left out
 * @param meanDelay mean total delay of all synapses after the epoch, pruned ones included, ms
 * @param connections synapses after the epoch, pruned ones left out
 */
public record EpochRecord(
        int epoch,
        Evaluation training,
        Optional<Evaluation> validation,
        double penalty,
        int lifted,
        long regularised,
        int revived,
        long vanished,
        long clamped,
        long clipped,
        long lostSpikes,
        double meanDelay,
        Connections connections) {}
