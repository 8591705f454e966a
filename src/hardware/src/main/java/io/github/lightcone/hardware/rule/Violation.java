package io.github.lightcone.hardware.rule;

/**
 * A rule that something breaks.
 *
 * @param rule which
 * @param place the neuron, the synapse or the network
 * @param value what is there
 * @param limit what is allowed
 */
public record Violation(Rule rule, String place, double value, String limit) {}
