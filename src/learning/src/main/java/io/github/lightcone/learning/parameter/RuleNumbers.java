package io.github.lightcone.learning.parameter;

import io.github.lightcone.network.Parameters;

/** The numbers of a spatial rule. What follows from them needs positions as well and is left to the rule. */
abstract class RuleNumbers implements Learnable {

    private final String name;
    private final Bounds bounds;
    final double[] values;

    RuleNumbers(String name, double[] values, Bounds bounds) {
        this.name = name;
        this.values = values;
        this.bounds = bounds;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final double[] values() {
        return values;
    }

    /** What it needs is for the rule to say. */
    @Override
    public final boolean needsDelays() {
        return false;
    }

    /** What it needs is for the rule to say. */
    @Override
    public final boolean needsPositions() {
        return false;
    }

    @Override
    public final Bounds bounds() {
        return bounds;
    }

    /** Does nothing: {@link SpatialRule#derive} does. */
    @Override
    public final void scatter(Parameters parameters) {}

    /** Does nothing: parameters follow from more than these numbers. */
    @Override
    public final void collect(Parameters parameters) {}
}
