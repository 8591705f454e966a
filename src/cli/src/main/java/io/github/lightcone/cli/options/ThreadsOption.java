package io.github.lightcone.cli.options;

import picocli.CommandLine.Option;

/** How many threads a command works with. */
public final class ThreadsOption {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; the result is the same for any (default: number of processors).")
    private Integer threads;

    /** Returns the number of threads, from 1. */
    public int count() {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : RunOptions.requireFromOne("--threads", threads, RunOptions.MOST_THREADS);
    }
}
