package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.nir.NirSettings;
import io.github.lightcone.formats.nir.NirTimeUnit;
import picocli.CommandLine.Option;

/** What numbers of NIR files mean, which the files themselves leave open. */
abstract class NirOptions implements FileFormat {

    @Option(
            names = "--time-unit",
            paramLabel = "UNIT",
            description = "Unit of times in the file: s or ms (default: s; of a file to be read, what it says).")
    private String timeUnit;

    @Option(
            names = "--spike-width",
            paramLabel = "MS",
            description = "A spike is a pulse of height 1 that lasts as long, as in tools that take steps of this"
                    + " length (default: a unit impulse, as in the equations of NIR; of a file to be read, what it"
                    + " says).")
    private Double spikeWidth;

    @Override
    public String ending() {
        return ".nir";
    }

    @Override
    public String optionGiven() {
        return timeUnit != null ? "--time-unit" : spikeWidth != null ? "--spike-width" : null;
    }

    /** Returns what the options say. */
    NirSettings settings() {
        NirSettings settings = NirSettings.usual();
        if (timeUnit != null) {
            try {
                settings = settings.in(NirTimeUnit.named(timeUnit));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("--time-unit: " + unknown.getMessage(), unknown);
            }
        }
        if (spikeWidth != null) {
            if (!(spikeWidth > 0 && spikeWidth < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("--spike-width = " + spikeWidth + ", must be finite and above 0");
            }
            settings = settings.withSpikeWidth(spikeWidth);
        }
        return settings;
    }
}
