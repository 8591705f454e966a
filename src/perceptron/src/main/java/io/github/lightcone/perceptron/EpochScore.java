package io.github.lightcone.perceptron;

import java.util.Optional;

/**
 * What happened in an epoch.
 *
 * @param epoch number of the epoch, from 1
 * @param training on the training data, as they were met while the perceptron changed
 * @param validation on the validation data after the epoch, if there are any
 */
public record EpochScore(int epoch, Score training, Optional<Score> validation) {}
