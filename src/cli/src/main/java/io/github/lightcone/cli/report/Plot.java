package io.github.lightcone.cli.report;

import io.github.lightcone.formats.AtomicFiles;
import io.github.lightcone.report.figure.FigureKind;
import io.github.lightcone.report.figure.FigureStyle;
import io.github.lightcone.report.figure.Figures;
import io.github.lightcone.report.figure.Palette;
import io.github.lightcone.report.run.ReadSettings;
import io.github.lightcone.report.run.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code plot} command. */
@Command(
        name = "plot",
        description = "Draws one figure of a run as SVG or PNG, in the size it has on paper.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone plot raster runs/yin-yang-1 --out raster.svg",
            "  lightcone plot space runs/yin-yang-1 --out space.png --width 120 --height 90 --dpi 600",
            "  lightcone plot accuracy runs/yin-yang-1 --out accuracy.svg --dark"
        })
public final class Plot implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "Which figure: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Kinds.class)
    private String kind;

    @Parameters(index = "1", paramLabel = "RUN", description = "Run folder of 'lightcone train'.")
    private Path run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write it: a name that ends in .svg or .png.")
    private Path out;

    @Option(names = "--width", paramLabel = "MM", description = "Width, mm (default: 88; raster, cone and trust 180).")
    private Double width;

    @Option(names = "--height", paramLabel = "MM", description = "Height, mm (default: 62; raster, cone and trust 80).")
    private Double height;

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

    @Mixin
    private ReadOptions options;

    /** The keys of all figures, for help. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(FigureKind.values()).map(FigureKind::key).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        FigureKind wanted = FigureKind.of(kind);
        Palette palette = dark ? Palette.DARK : Palette.LIGHT;
        FigureStyle usual = wanted.isWide() ? FigureStyle.page(palette) : FigureStyle.column(palette);
        FigureStyle style = new FigureStyle(
                width == null ? usual.width() : width, height == null ? usual.height() : height, font, palette);
        boolean isPng = isPng();
        Figures.requireDpi(dpi);
        ReadSettings settings = options.settings();
        if (!force && Files.isRegularFile(out)) {
            throw new IllegalArgumentException(out + ": exists already; --force writes over it");
        }
        AtomicFiles.requirePlace(out);
        RunView view = ReadOptions.read(run, settings, spec.commandLine().getErr());
        if (isPng) {
            byte[] image = Figures.png(view, wanted, style, dpi);
            AtomicFiles.writeAll(Map.of(out, (file, bytes) -> bytes.write(image)));
        } else {
            String svg = Figures.svg(view, wanted, style);
            AtomicFiles.write(out, writer -> writer.append(svg));
        }
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%-11s %s, %s x %s mm%n", wanted.key(), out, style.width(), style.height());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private boolean isPng() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new IllegalArgumentException("--out = " + out + ", must end in .svg or .png");
        }
        return name.endsWith(".png");
    }
}
