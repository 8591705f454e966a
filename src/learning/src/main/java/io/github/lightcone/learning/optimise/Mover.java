package io.github.lightcone.learning.optimise;

/** Moves one array against its gradient, and keeps what it must remember from step to step. */
public abstract class Mover {

    private final double[][] memory;
    private long steps;

    /** Starts with a memory of some arrays of zeros. */
    Mover(int length, int arrays) {
        memory = new double[arrays][length];
    }

    /**
     * Takes a step.
     *
     * @param values Modified.
     * @param gradient as long as the values; finite
     * @param rate learning rate
     */
    public final void step(double[] values, double[] gradient, double rate) {
        steps++;
        move(values, gradient, rate);
    }

    abstract void move(double[] values, double[] gradient, double rate);

    /** Returns the number of steps taken. */
    public final long steps() {
        return steps;
    }

    /** Returns what it remembers, an array as long as the values for each of its moments; not a copy. */
    public final double[][] memory() {
        return memory;
    }

    /**
     * Goes on from a saved state.
     *
     * @param savedSteps as {@link #steps} returned it
     * @param savedMemory as {@link #memory} returned it; copied
     * @throws IllegalArgumentException if the state is one of another method, or of other numbers
     */
    public final void restore(long savedSteps, double[][] savedMemory) {
        boolean fits = savedSteps >= 0 && savedMemory.length == memory.length;
        for (int k = 0; fits && k < memory.length; k++) {
            fits = savedMemory[k].length == memory[k].length;
        }
        if (!fits) {
            throw new IllegalArgumentException("saved state of " + savedMemory.length + " arrays after " + savedSteps
                    + " steps, must be " + memory.length + " arrays as long as the numbers learned");
        }
        for (int k = 0; k < memory.length; k++) {
            System.arraycopy(savedMemory[k], 0, memory[k], 0, memory[k].length);
        }
        steps = savedSteps;
    }
}
