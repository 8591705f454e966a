package io.github.lightcone.benchmarks;

import java.nio.file.Path;

/**
 * How {@link TrainerThroughput} measures.
 *
 * @param examples examples of one epoch
 * @param repeats epochs that count
 * @param out where the figures go besides the screen; null for nowhere
 */
record ThroughputOptions(int examples, int repeats, Path out) {

    static final String HELP = String.join(
            System.lineSeparator(),
            "Usage: benchmarks/run training [OPTION...]",
            "Times the training of T10 in batches of 32 on one and two threads; prints JSON.",
            "",
            "  --examples N       examples of one epoch (default: 64)",
            "  --repeats N        epochs that count; their median is given (default: 5)",
            "  --out FILE         writes the JSON to a file too",
            "");

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it makes no sense; the message says why
     */
    static ThroughputOptions parse(String... arguments) {
        int examples = 64;
        int repeats = 5;
        Path out = null;
        for (int k = 0; k < arguments.length; k++) {
            String option = arguments[k];
            switch (option) {
                case "--examples" -> examples = Options.count(option, Options.value(arguments, ++k));
                case "--repeats" -> repeats = Options.count(option, Options.value(arguments, ++k));
                case "--out" -> out = Path.of(Options.value(arguments, ++k));
                default -> throw new IllegalArgumentException("there is no option '" + option + "'");
            }
        }
        return new ThroughputOptions(examples, repeats, out);
    }
}
