package io.github.lightcone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Times whole networks, with their yardsticks in one process and in turn, so that ratios hold where single figures drift.
 *
 * <pre>
 *     java -Xmx12g -cp benchmarks.jar io.github.lightcone.benchmarks.WholeNetworks --help
 * </pre>
 */
public final class WholeNetworks {

    private WholeNetworks() {}

    /** Measures what {@link Options} say. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; --help tells more");
            System.exit(2);
            return;
        }
        String json = measure(options).json();
        System.out.print(json);
        if (options.out() != null) {
            Files.writeString(options.out(), json);
        }
    }

    static Report measure(Options options) throws InterruptedException, ExecutionException {
        Report report = new Report()
                .put("network", options.network().label())
                .put("machine", Machine.name())
                .put("java", Runtime.version().toString())
                .put("maximumHeap", Runtime.getRuntime().maxMemory())
                .put("seed", options.seed())
                .put("duration", options.duration())
                .put("repeats", options.repeats())
                .put("threads", options.threads())
                .put("clock", options.threads() == 1 ? "processor time" : "wall time");
        if (options.threads() == 1) {
            new OneThread(options, report).measure();
        } else if (options.network().isTrained()) {
            new TrainingBatch(options, report).measure();
        } else {
            new ManyThreads(options, report).measure();
        }
        return report;
    }
}
