package io.github.lightcone.cli.report;

import io.github.lightcone.report.figure.FigureKind;
import io.github.lightcone.report.figure.FigureStyle;
import io.github.lightcone.report.figure.Figures;
import io.github.lightcone.report.figure.Palette;
import io.github.lightcone.report.run.ReadSettings;
import io.github.lightcone.report.run.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
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

    @Option(names = "--width", paramLabel = "MM", description = "Width, mm (default: 88; raster, cone and trust 180).")
    private Double width;

    @Option(names = "--height", paramLabel = "MM", description = "Height, mm (default: 62; raster, cone and trust 80).")
    private Double height;

    @Mixin
    private FigureFile file;

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
        Palette palette = file.palette();
        FigureStyle usual = wanted.isWide() ? FigureStyle.page(palette) : FigureStyle.column(palette);
        FigureStyle style = new FigureStyle(
                width == null ? usual.width() : width, height == null ? usual.height() : height, file.font(), palette);
        ReadSettings settings = options.settings();
        file.require();
        RunView view = ReadOptions.read(run, settings, spec.commandLine().getErr());
        file.write(Figures.svg(view, wanted, style), style);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-11s %s, %s x %s mm%n",
                        wanted.key(),
                        file.path(),
                        style.width(),
                        style.height());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
