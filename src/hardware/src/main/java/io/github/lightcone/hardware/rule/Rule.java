package io.github.lightcone.hardware.rule;

/** What can be wrong with a network on a chip. */
public enum Rule {
    /** A weight is not a whole number of its scale within range. */
    WEIGHT("weight"),
    /** A weight is negative on a chip without negative weights. */
    SIGN("sign"),
    /** A delay is not a whole number of steps within range. */
    DELAY("delay"),
    /** The step is too short or too long. */
    STEP("step"),
    /** A time constant is none that the decay of the chip can make. */
    TIME_CONSTANT("time constant"),
    /** A threshold, or another voltage of a neuron, is not a whole number of its unit within range. */
    THRESHOLD("threshold"),
    /** Too many synapses arrive at a neuron. */
    FAN_IN("fan-in"),
    /** Too many synapses leave a neuron. */
    FAN_OUT("fan-out"),
    /** There are too many spike sources. */
    INPUTS("inputs"),
    /** There are too many neurons that no other population listens to, the outputs. */
    OUTPUTS("outputs"),
    /** There are too many neurons. */
    NEURONS("neurons"),
    /** There are too many synapses. */
    SYNAPSES("synapses");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** Returns the name in tables. */
    public String label() {
        return label;
    }
}
