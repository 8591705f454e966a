package io.github.lightcone.data.neuromorphic;

import io.github.lightcone.data.file.Split;
import java.util.List;
import java.util.Locale;

/**
 * The two Heidelberg data sets: B. Cramer, Y. Stradmann, J. Schemmel and F. Zenke, The Heidelberg spiking
 * data sets for the systematic evaluation of spiking neural networks, IEEE Transactions on Neural Networks
 * and Learning Systems 33 (2022).
 */
public enum HeidelbergSet {
    /** Spiking Heidelberg Digits: the digits in English and German. */
    SHD(20),
    /** Spiking Speech Commands: words of the Speech Commands, version 0.02. */
    SSC(35);

    /** Channels of the artificial cochlea in both sets. */
    public static final int CHANNELS = 700;

    private record Edition(HeidelbergSet set, Split split, int trials, String name) {}

    private static final List<Edition> EDITIONS = List.of(
            new Edition(SHD, Split.TRAIN, 8156, "current files"),
            new Edition(SHD, Split.TEST, 2264, "current files"),
            new Edition(SHD, Split.TRAIN, 8332, "older files of 8332 and 2088 trials"),
            new Edition(SHD, Split.TEST, 2088, "older files of 8332 and 2088 trials"),
            new Edition(SSC, Split.TRAIN, 75_466, "current files"),
            new Edition(SSC, Split.VALIDATION, 9981, "current files"),
            new Edition(SSC, Split.TEST, 20_382, "current files"));

    private final int classes;

    HeidelbergSet(int classes) {
        this.classes = classes;
    }

    /** Returns the number of classes. */
    public int classes() {
        return classes;
    }

    /** Returns the name of the file of a part. */
    String fileName(Split split) {
        if (this == SHD && split == Split.VALIDATION) {
            throw new IllegalArgumentException("SHD has no validation part; hold out some of the training speakers");
        }
        String part = split == Split.VALIDATION ? "valid" : split.toString();
        return name().toLowerCase(Locale.ROOT) + "_" + part + ".h5";
    }

    /** Returns which published file has this number of trials, or that none has. */
    String edition(int trials) {
        for (Edition edition : EDITIONS) {
            if (edition.set == this && edition.trials == trials) {
                return name() + " " + edition.split + " part, " + edition.name;
            }
        }
        return "none of the published parts of " + name() + ": " + trials + " trials";
    }
}
