package io.github.lightcone.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives damaged files to a parser and measures time and memory of each. */
public final class FuzzRun {

    /** Processor time that a file may take, ns. */
    static final long MOST_TIME = 5_000_000_000L;
    /** Bytes that may be allocated for a file, garbage included. */
    static final long MOST_ALLOCATED = 1L << 30;

    private static final int LONGEST_MESSAGE = 1200;

    private final FuzzTarget target;
    private final Path folder;
    private final Mutator mutator;
    private final long seed;
    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private volatile long current;
    private long done;
    private long read;
    private long totalTime;
    private long mostTime;
    private long mostAllocated;

    /**
     * Makes one.
     *
     * @param folder that is empty
     * @param seed another one gives other files
     */
    public FuzzRun(FuzzTarget target, Path folder, long seed) throws IOException {
        this.target = target;
        this.folder = folder;
        this.seed = seed;
        List<FuzzSeed> seeds = target.seeds(folder);
        for (FuzzSeed valid : seeds) {
            requireAnswer(valid);
        }
        mutator = new Mutator(target, seeds, seed);
    }

    /**
     * Reads the damaged files of a build: as many as the property {@code lightcone.fuzz} says, 1000 unless it is set, by the
     * seed {@code lightcone.fuzz.seed}.
     *
     * @param folder that is empty
     */
    public static FuzzRun ofBuild(FuzzTarget target, Path folder) throws IOException {
        FuzzRun run = new FuzzRun(target, folder, Long.getLong("lightcone.fuzz.seed", 1));
        long executions = Long.getLong("lightcone.fuzz", 1000);
        for (long k = 0; k < executions; k++) {
            run.execute(k);
        }
        return run;
    }

    /** A seed may be hostile, but the parser must know it. */
    private void requireAnswer(FuzzSeed valid) {
        try {
            target.read(valid, valid.bytes(), folder);
        } catch (IOException | RuntimeException problem) {
            if (!target.explains(problem)) {
                throw new IllegalStateException(target.name() + ": seed " + valid.name(), problem);
            }
        }
    }

    /**
     * Reads the damaged file of a number.
     *
     * @throws AssertionError if the parser answers with something that it does not document, or takes too long or too
     *     much memory; says where the file has been put
     */
    public void execute(long number) {
        current = number;
        byte[] damaged = mutator.damaged(number);
        long time = thread.getCurrentThreadCpuTime();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        try {
            target.read(mutator.origin(number), damaged, folder);
            read++;
        } catch (IOException | RuntimeException | Error problem) {
            if (!target.explains(problem) || !isOneLine(problem.getMessage())) {
                throw failure(number, problem.toString(), problem);
            }
        }
        allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
        time = thread.getCurrentThreadCpuTime() - time;
        totalTime += time;
        mostTime = Math.max(mostTime, time);
        mostAllocated = Math.max(mostAllocated, allocated);
        if (time > MOST_TIME) {
            throw failure(number, "took " + time / 1_000_000 + " ms", null);
        }
        if (allocated > MOST_ALLOCATED) {
            throw failure(number, "allocated " + (allocated >> 20) + " MB", null);
        }
        done++;
    }

    private static boolean isOneLine(String message) {
        return message != null
                && !message.isBlank()
                && message.length() <= LONGEST_MESSAGE
                && message.lines().count() == 1;
    }

    private AssertionError failure(long number, String what, Throwable problem) {
        return new AssertionError(
                target.name() + ": seed " + seed + ", number " + number + " (" + save(number) + "): " + what, problem);
    }

    /** Writes a damaged file to where it stays. */
    String save(long number) {
        FuzzSeed origin = mutator.origin(number);
        String name =
                target.name() + "-" + seed + "-" + number + "-" + origin.name().replace('/', '_');
        try {
            Path failures = Files.createDirectories(Path.of("target", "fuzz-failures"));
            return Files.write(failures.resolve(name), mutator.damaged(number)).toString();
        } catch (IOException problem) {
            return origin.name() + ", which cannot be saved: " + problem;
        }
    }

    /** Returns the number of the file that is being read. */
    long current() {
        return current;
    }

    /** Returns how many damaged files were given to the parser. */
    public long done() {
        return done;
    }

    /** Returns how many of them were still good ones. */
    public long read() {
        return read;
    }

    /** Returns the processor time that all took together, ns. */
    long totalTime() {
        return totalTime;
    }

    /** Returns the processor time that the slowest took, ns. */
    long mostTime() {
        return mostTime;
    }

    /** Returns the bytes that were allocated for the greediest. */
    long mostAllocated() {
        return mostAllocated;
    }

    /** Returns what the parser is called. */
    String name() {
        return target.name();
    }
}
