package io.github.lightcone.simulation;

/** The slice of time being simulated: from {@code start} to before {@code end}. */
final class Slice {

    /** Slices are told apart up to this number, years of simulated time away. */
    private static final long FARTHEST = 1L << 52;

    private long number;
    private double start;
    private double end;
    private double width;
    private boolean last;
    private SliceConstants constants;

    /** Opens the slice of a number; it is cut short where the run ends. */
    void open(long newNumber, double newWidth, double endOfRun, SliceConstants ofWhole, SliceConstants ofCut) {
        number = newNumber;
        width = newWidth;
        start = number * width;
        end = Math.min((number + 1) * width, endOfRun);
        last = end == endOfRun;
        constants = last ? ofCut.fit(end - start) : ofWhole.fit(width);
    }

    /** Returns the number of the slice that a time belongs to; of times that never come, the farthest. */
    long at(double t) {
        long at = (long) (t / width);
        if (at >= FARTHEST) {
            return FARTHEST;
        }
        while (at * width > t) {
            at--;
        }
        while ((at + 1) * width <= t) {
            at++;
        }
        return at;
    }

    /** Returns the number of the slice that a time belongs to, or the next one for what this one leaves over. */
    long after(double t) {
        return Math.max(at(t), number + 1);
    }

    long number() {
        return number;
    }

    double start() {
        return start;
    }

    double end() {
        return end;
    }

    /** Returns whether the run ends with this slice, which then includes its end. */
    boolean isLast() {
        return last;
    }

    /** Returns what depends on its width. */
    SliceConstants constants() {
        return constants;
    }
}
