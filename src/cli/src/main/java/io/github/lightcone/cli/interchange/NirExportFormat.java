package io.github.lightcone.cli.interchange;

import io.github.lightcone.formats.NetworkFolder;
import io.github.lightcone.formats.nir.DelayRounding;
import io.github.lightcone.formats.nir.NirExport;
import io.github.lightcone.formats.nir.NirFile;
import io.github.lightcone.formats.nir.NirSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** NIR files, written. */
final class NirExportFormat extends NirOptions implements ExportFormat {

    @Option(
            names = "--step",
            paramLabel = "MS",
            description = "Round delays to multiples of this step (default: exact).")
    private Double step;

    @Option(
            names = "--buckets",
            paramLabel = "N",
            description = "Put the delays of each projection into this many equal intervals, and take their middles"
                    + " (default: exact).")
    private Integer buckets;

    @Override
    public String optionGiven() {
        return step != null ? "--step" : buckets != null ? "--buckets" : super.optionGiven();
    }

    @Override
    public List<String> write(NetworkFolder network, Path file) throws IOException {
        NirExport exported = NirExport.of(network.network(), settings());
        NirFile.write(file, exported.graph());
        List<String> notes = new ArrayList<>(exported.notes());
        if (!network.ids().areNumbers()) {
            notes.add("not carried: ids of neurons; NIR numbers those of each node from 0");
        }
        return notes;
    }

    @Override
    NirSettings settings() {
        if (step != null && buckets != null) {
            throw new IllegalArgumentException("--step and --buckets exclude each other");
        }
        if (step != null && !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--step = " + step + ", must be finite and above 0");
        }
        if (buckets != null && buckets < 1) {
            throw new IllegalArgumentException("--buckets = " + buckets + ", must be at least 1");
        }
        NirSettings settings = super.settings();
        if (step != null) {
            return settings.rounded(DelayRounding.toStep(step));
        }
        return buckets == null ? settings : settings.rounded(DelayRounding.toBuckets(buckets));
    }
}
