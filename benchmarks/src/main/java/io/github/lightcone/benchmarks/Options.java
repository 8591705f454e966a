package io.github.lightcone.benchmarks;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What is to be measured, and how.
 *
 * @param network the network
 * @param neurons number of neurons of XL; 0 for the largest network that fits in the heap
 * @param repeats runs that count
 * @param seed decides networks and inputs
 * @param threads number of threads
 * @param compact whether synapses take 12 bytes each
 * @param duration simulated time, ms
 * @param reference whether the reference engine runs beside it
 * @param grid whether the clock-driven loop runs beside it
 * @param out where the figures go besides the screen; null for nowhere
 */
record Options(
        PeerNetworks network,
        int neurons,
        int repeats,
        long seed,
        int threads,
        boolean compact,
        double duration,
        boolean reference,
        boolean grid,
        Path out) {

    static final int LARGEST = 0;

    static final String HELP = String.join(
            System.lineSeparator(),
            "Usage: WholeNetworks NETWORK [OPTION...]",
            "Times a whole network and its yardsticks in one process and in turn; prints JSON.",
            "",
            "  NETWORK            one of " + PeerNetworks.labels(),
            "  --threads N        1 (default): processor time of the one thread. More: wall time of 1 and of N",
            "                     threads; of T networks, a batch of 16 examples, one example per thread",
            "  --layout L         double or compact; XL is always compact (default: double)",
            "  --neurons N        size of XL (default: 100000); max for the largest that fits in the heap,",
            "                     with nothing beside it",
            "  --duration MS      simulated time (default: 1000; XL 300)",
            "  --repeats N        runs that count; their median is given (default: 5; N1 and XL 3)",
            "  --seed N           decides networks and inputs (default: 1)",
            "  --no-reference     without the reference engine",
            "  --no-grid          without the clock-driven loop",
            "  --out FILE         writes the JSON to a file too",
            "");

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it makes no sense; the message says why
     */
    static Options parse(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new IllegalArgumentException(
                    "the first argument must be a network; choose from " + PeerNetworks.labels());
        }
        PeerNetworks network = PeerNetworks.named(arguments[0]);
        boolean generated = network.isGenerated();
        int neurons = 100_000;
        int repeats = generated || network == PeerNetworks.N1 ? 3 : 5;
        long seed = 1;
        int threads = 1;
        boolean compact = generated;
        double duration = generated ? 300 : 1000;
        boolean reference = true;
        boolean grid = true;
        Path out = null;
        for (int k = 1; k < arguments.length; k++) {
            String option = arguments[k];
            switch (option) {
                case "--no-reference" -> reference = false;
                case "--no-grid" -> grid = false;
                case "--threads" -> threads = count(option, value(arguments, ++k));
                case "--repeats" -> repeats = count(option, value(arguments, ++k));
                case "--seed" -> seed = whole(option, value(arguments, ++k));
                case "--duration" -> duration = milliseconds(option, value(arguments, ++k));
                case "--layout" -> compact = isCompact(value(arguments, ++k));
                case "--neurons" -> neurons = neurons(option, value(arguments, ++k));
                case "--out" -> out = Path.of(value(arguments, ++k));
                default -> throw new IllegalArgumentException("there is no option '" + option + "'");
            }
            require(generated || !option.equals("--neurons"), "--neurons is for XL, not for " + network.label());
        }
        require(compact || !generated, "--layout double: XL is generated into compact synapses");
        require(!compact || !network.isTrained(), "--layout compact: " + network.label() + " is run backward");
        return new Options(network, neurons, repeats, seed, threads, compact, duration, reference, grid, out);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    static String value(String[] arguments, int k) {
        require(k < arguments.length, arguments[k - 1] + " needs a value");
        return arguments[k];
    }

    static int count(String option, String value) {
        long number = whole(option, value);
        require(number >= 1 && number <= Integer.MAX_VALUE, option + " " + value + ": must be at least 1");
        return (int) number;
    }

    private static int neurons(String option, String value) {
        if (value.toLowerCase(Locale.ROOT).equals("max")) {
            return LARGEST;
        }
        int number = count(option, value);
        require(number % 5 == 0, option + " " + value + ": must be a multiple of 5, one of five inhibits");
        return number;
    }

    private static long whole(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " " + value + ": must be a whole number", e);
        }
    }

    private static double milliseconds(String option, String value) {
        double number = Double.NaN;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            // NaN is refused below
        }
        require(number > 0 && Double.isFinite(number), option + " " + value + ": must be a number of ms above 0");
        return number;
    }

    private static boolean isCompact(String layout) {
        return switch (layout) {
            case "compact" -> true;
            case "double" -> false;
            default -> throw new IllegalArgumentException("--layout " + layout + ": must be double or compact");
        };
    }
}
