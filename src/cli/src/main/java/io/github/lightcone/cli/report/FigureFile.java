package io.github.lightcone.cli.report;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.report.figure.FigureStyle;
import io.github.lightcone.report.figure.Figures;
import io.github.lightcone.report.figure.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** The file a figure is written to, and how the figure looks but for its size. */
final class FigureFile {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write it: a name that ends in .svg or .png.")
    private Path out;

    @Option(
            names = "--font",
            paramLabel = "PT",
            defaultValue = "7",
            description = "Size of its text, points (${DEFAULT-VALUE}).")
    private double font;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "300",
            description = "Pixels per inch of a PNG (${DEFAULT-VALUE}).")
    private int dpi;

    @Option(names = "--dark", description = "On a dark ground (default: white).")
    private boolean dark;

    @Option(names = "--force", description = "Write over a file that exists already.")
    private boolean force;

    Path path() {
        return out;
    }

    double font() {
        return font;
    }

    Palette palette() {
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    /** Checks ahead of the work that it can be written. */
    void require() throws IOException {
        isPng();
        Figures.requireDpi(dpi);
        if (!force && Files.isRegularFile(out)) {
            throw new IllegalArgumentException(out + ": exists already; --force writes over it");
        }
        AtomicFiles.requirePlace(out);
    }

    /** Writes a figure. */
    void write(String svg, FigureStyle style) throws IOException {
        if (isPng()) {
            byte[] image = Figures.png(svg, style, dpi);
            AtomicFiles.writeAll(Map.of(out, (file, bytes) -> bytes.write(image)));
        } else {
            AtomicFiles.write(out, writer -> writer.append(svg));
        }
    }

    private boolean isPng() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new IllegalArgumentException("--out = " + out + ", must end in .svg or .png");
        }
        return name.endsWith(".png");
    }
}
