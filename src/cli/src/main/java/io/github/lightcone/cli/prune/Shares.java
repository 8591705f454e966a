package io.github.lightcone.cli.prune;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How many connections stay. */
final class Shares {

    private static final List<String> USUAL = List.of("0.5", "0.2", "0.1", "0.05");

    @Option(
            names = "--density",
            paramLabel = "D",
            split = ",",
            description = "Shares of the connections that stay, 0 to 1 (default: 0.5,0.2,0.1,0.05).")
    private List<String> densities;

    @Option(
            names = "--fraction",
            paramLabel = "F",
            split = ",",
            description = "Instead of --density: shares that are removed, 0 to 1.")
    private List<String> fractions;

    /**
     * Returns the densities below 1, each as the decimal number that was given.
     *
     * @throws IllegalArgumentException naming the option and the value that is none, or there twice
     */
    List<BigDecimal> densities() {
        boolean removed = fractions != null;
        String option = removed ? "--fraction" : "--density";
        List<BigDecimal> shares = new ArrayList<>();
        for (String given : removed ? fractions : densities == null ? USUAL : densities) {
            BigDecimal share = share(option, given);
            BigDecimal density = (removed ? BigDecimal.ONE.subtract(share) : share).stripTrailingZeros();
            if (shares.contains(density)) {
                throw new IllegalArgumentException(option + " = " + given + " is there twice");
            }
            if (density.compareTo(BigDecimal.ONE) < 0) {
                shares.add(density);
            }
        }
        return shares;
    }

    private static BigDecimal share(String option, String given) {
        if (given.strip().matches("[0-9]{1,2}(\\.[0-9]{1,15})?|\\.[0-9]{1,15}")) {
            BigDecimal share = new BigDecimal("0" + given.strip());
            if (share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        }
        throw new IllegalArgumentException(option + " = " + given + ", must be a number between 0 and 1, such as 0.25");
    }
}
