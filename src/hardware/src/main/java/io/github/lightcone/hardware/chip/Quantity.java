package io.github.lightcone.hardware.chip;

/** What a profile gives figures of. */
public enum Quantity {
    /** Bits of a weight, its sign included only where {@link WeightSign#SIGNED}. */
    WEIGHT_BITS("weightBits", "bits"),
    /** Bits of a threshold. */
    THRESHOLD_BITS("thresholdBits", "bits"),
    /** Bits of voltage and current. */
    STATE_BITS("stateBits", "bits"),
    /** Bits of the decay per step, or of the number of places it is shifted by. */
    DECAY_BITS("decayBits", "bits"),
    /** Delay of a synapse; a range from the shortest to the longest. */
    DELAY_STEPS("delaySteps", "steps"),
    /** Length of a step in the time of the network. */
    STEP("step", "ms"),
    /** Synapses that arrive at a neuron. */
    FAN_IN("fanIn", "synapses"),
    /** Synapses that leave a neuron. */
    FAN_OUT("fanOut", "synapses"),
    /** Spike sources that a chip takes. */
    INPUTS("inputs", "sources"),
    /** Neurons that are read out. */
    OUTPUTS("outputs", "neurons"),
    /** Neurons of a core. */
    NEURONS_PER_CORE("neuronsPerCore", "neurons"),
    /** Cores of a chip that neurons can be on. */
    CORES("cores", "cores"),
    /** Synapses of a core. */
    SYNAPSES_PER_CORE("synapsesPerCore", "synapses"),
    /** Synapses of a chip. */
    SYNAPSES("synapses", "synapses"),
    /** How many times faster than the network's time a chip runs. */
    ACCELERATION("acceleration", "times"),
    /** Energy of a synaptic operation. */
    SYNAPTIC_ENERGY("synapticEnergy", "pJ"),
    /** Energy of the update of a neuron in a step. */
    UPDATE_ENERGY("updateEnergy", "pJ");

    private final String label;
    private final String unit;

    Quantity(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** Returns the name in files. */
    public String label() {
        return label;
    }

    /** Returns the unit. */
    public String unit() {
        return unit;
    }
}
