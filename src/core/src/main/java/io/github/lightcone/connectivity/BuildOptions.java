package io.github.lightcone.connectivity;

/**
 * How synapses are built. None of it changes what is built, bit for bit, except into how many parts.
 *
 * @param threads number of threads, at least 1
 * @param parts number of parts to split the synapses into by target, at least 1
 * @param progress is told how far it has come
 */
public record BuildOptions(int threads, int parts, Progress progress) {

    /** Checks the numbers. */
    public BuildOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ", must be at least 1");
        }
        if (parts < 1) {
            throw new IllegalArgumentException("parts = " + parts + ", must be at least 1");
        }
    }

    /** All processors, one part, silent. */
    public static BuildOptions defaults() {
        return new BuildOptions(Runtime.getRuntime().availableProcessors(), 1, Progress.none());
    }

    /** Returns the same with another number of threads. */
    public BuildOptions withThreads(int number) {
        return new BuildOptions(number, parts, progress);
    }

    /** Returns the same with another number of parts. */
    public BuildOptions withParts(int number) {
        return new BuildOptions(threads, number, progress);
    }

    /** Returns the same with another listener. */
    public BuildOptions withProgress(Progress listener) {
        return new BuildOptions(threads, parts, listener);
    }
}
