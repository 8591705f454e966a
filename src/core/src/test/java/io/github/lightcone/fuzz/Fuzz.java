package io.github.lightcone.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Reads damaged files for long.
 *
 * <pre>
 *     Fuzz PARSER|all [--executions N] [--seed S] [--from K] [--folder DIR]
 * </pre>
 *
 * <p>It stops at the first file that is neither read nor explained, and puts it into {@code target/fuzz-failures}. A run
 * that was stopped goes on with {@code --from}, the number it printed last.
 */
public final class Fuzz {

    private static final long USUAL_EXECUTIONS = 10_000_000;
    private static final long BETWEEN_LINES = 30_000_000_000L;
    private static final long BETWEEN_LOOKS = 1000;

    private Fuzz() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        long executions = Long.getLong("lightcone.fuzz", USUAL_EXECUTIONS);
        long seed = Long.getLong("lightcone.fuzz.seed", 1);
        long from = 0;
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--executions" -> executions = Long.parseLong(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--from" -> from = Long.parseLong(arguments[++i]);
                case "--folder" -> parent = Path.of(arguments[++i]);
                default -> names.add(arguments[i]);
            }
        }
        List<FuzzTarget> targets = targets();
        List<String> known = targets.stream().map(FuzzTarget::name).toList();
        if (names.isEmpty() || !(names.equals(List.of("all")) || known.containsAll(names))) {
            throw new IllegalArgumentException("parsers are " + known + " or all, not " + Arrays.toString(arguments));
        }
        for (FuzzTarget target : targets) {
            if (names.contains("all") || names.contains(target.name())) {
                run(target, parent, seed, from, executions, System.out);
            }
        }
    }

    /**
     * Writes the class path of this program for another one, which Java takes as {@code @FILE}.
     *
     * @param folder in which {@code fuzz.arguments} is written
     */
    public static Path writeArguments(Path folder) throws IOException {
        String quoted = System.getProperty("java.class.path").replace("\\", "\\\\");
        return Files.writeString(
                folder.resolve("fuzz.arguments"), "-Xmx256m -XX:+UseSerialGC\n-cp \"" + quoted + "\"\n");
    }

    /** Returns all parsers on the class path, by name. */
    public static List<FuzzTarget> targets() {
        return ServiceLoader.load(FuzzTarget.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(FuzzTarget::name))
                .toList();
    }

    private static void run(FuzzTarget target, Path parent, long seed, long from, long executions, PrintStream out)
            throws IOException {
        Path folder = Files.createTempDirectory(parent, "lightcone-fuzz-");
        FuzzRun run = new FuzzRun(target, folder, seed);
        Thread worker = Thread.currentThread();
        Thread watcher = new Thread(() -> watch(run, worker, out), "watcher");
        watcher.setDaemon(true);
        watcher.start();
        try {
            long start = System.nanoTime();
            long last = start;
            for (long number = from; number < executions; number++) {
                run.execute(number);
                long now = System.nanoTime();
                if (now - last > BETWEEN_LINES) {
                    last = now;
                    out.println(line(run, seed, number + 1, executions, now - start));
                }
            }
            out.println(line(run, seed, executions, executions, System.nanoTime() - start) + ", passed");
        } finally {
            watcher.interrupt();
            delete(folder);
        }
    }

    private static String line(FuzzRun run, long seed, long next, long executions, long time) {
        double rate = 1e9 * run.done() / time;
        Duration left = Duration.ofSeconds((long) ((executions - next) / Math.max(rate, 1e-9)));
        return String.format(
                Locale.ROOT,
                "%s seed %d: %d of %d, %.0f a second, %d:%02d h left, %.1f %% read, %.2f ms each, at most %.0f ms and %.1f MB",
                run.name(),
                seed,
                next,
                executions,
                rate,
                left.toHours(),
                left.toMinutesPart(),
                100.0 * run.read() / run.done(),
                run.totalTime() / 1e6 / run.done(),
                run.mostTime() / 1e6,
                run.mostAllocated() / 1e6);
    }

    /** Ends the program when a file is never read to its end. */
    private static void watch(FuzzRun run, Thread worker, PrintStream out) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long number = -1;
        long begun = 0;
        while (true) {
            long now = threads.getThreadCpuTime(worker.getId());
            if (run.current() != number) {
                number = run.current();
                begun = now;
            } else if (now - begun > 2 * FuzzRun.MOST_TIME) {
                out.println(run.name() + ": number " + number + " (" + run.save(number) + ") does not end; it is at");
                Arrays.stream(worker.getStackTrace()).forEach(frame -> out.println("\t" + frame));
                Runtime.getRuntime().halt(1);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }
    }
}
