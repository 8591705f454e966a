package io.github.lightcone.connectivity;

/** A row buffer that checks what it is given and names the source in messages. */
abstract class CheckedRow implements RowBuffer {

    private final boolean[] receives;
    private int source;

    /**
     * Makes a buffer.
     *
     * @param receives which neurons may be targets; not copied
     */
    CheckedRow(boolean[] receives) {
        this.receives = receives;
    }

    /** Asks for the row of a source. */
    void fill(RowGenerator rows, int from) {
        source = from;
        clear();
        rows.row(from, this);
    }

    abstract void clear();

    final int source() {
        return source;
    }

    final void check(int target, double weight, double ownDelay) {
        if (target < 0 || target >= receives.length) {
            throw error("target = " + target + ", must be between 0 and " + (receives.length - 1));
        }
        if (!receives[target]) {
            throw error("target = " + target + ", which is a spike source and cannot receive synapses");
        }
        if (!(Math.abs((float) weight) < Float.POSITIVE_INFINITY)) {
            throw error("weight = " + weight + " of the synapse to " + target + ", must be finite as a float");
        }
        if (!(ownDelay >= 0 && ownDelay < Double.POSITIVE_INFINITY)) {
            throw error("delay = " + ownDelay + " of the synapse to " + target + ", must be finite and at least 0");
        }
    }

    final IllegalArgumentException error(String message) {
        return new IllegalArgumentException("row of source " + source + ": " + message);
    }
}
