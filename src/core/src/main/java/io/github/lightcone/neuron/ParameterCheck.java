package io.github.lightcone.neuron;

/** Checks that name the parameter, its value and what is allowed. */
public final class ParameterCheck {

    private ParameterCheck() {}

    /** Throws unless {@code value} is finite. */
    public static void finite(String name, double value) {
        require(Double.isFinite(value), name, value, "finite");
    }

    /** Throws unless {@code value} is finite and above 0. */
    public static void positive(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "finite and above 0");
    }

    /** Throws unless {@code value} is finite and at least 0. */
    public static void nonNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "finite and at least 0");
    }

    /**
     * Throws an {@link IllegalArgumentException} that reads "{@code name = value, must be allowed}".
     *
     * @param condition what must hold
     * @param name the parameter, with the neuron or synapse it belongs to
     * @param value its value
     * @param allowed what is allowed
     */
    public static void require(boolean condition, String name, double value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(name + " = " + value + ", must be " + allowed);
        }
    }
}
