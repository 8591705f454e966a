package io.github.lightcone.learning.training;

import java.util.Optional;

/**
 * What happened in an epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param training loss, accuracy and spikes as they were met while the network changed
 * @param validation on the validation data after the epoch, if there are any
 * @param lifted number of examples in which a silent correct output was lifted
 * @param revived number of hidden neurons whose weights were raised after the epoch
 * @param clamped number of times a parameter was stopped at its bound
 * @param meanDelay mean total delay of all synapses after the epoch, ms
 */
public record EpochRecord(
        int epoch,
        Evaluation training,
        Optional<Evaluation> validation,
        int lifted,
        int revived,
        long clamped,
        double meanDelay) {}
