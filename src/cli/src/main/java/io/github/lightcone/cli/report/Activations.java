package io.github.lightcone.cli.report;

import io.github.lightcone.report.figure.ActivationsFigure;
import io.github.lightcone.report.figure.FigureStyle;
import io.github.lightcone.report.run.PerceptronReader;
import io.github.lightcone.report.run.PerceptronView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code activations} command. */
@Command(
        name = "activations",
        description =
                "Draws the neurons of a perceptron where they are, coloured by their activation for the mean training"
                        + " image of each class, as SVG or PNG.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  lightcone activations runs/mnist-perceptron-1 --out activations.svg",
            "  lightcone activations runs/mnist-perceptron-1 --classes 0,3,7 --out some.png --dpi 600 --dark"
        })
public final class Activations implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Run folder of 'lightcone train', of a perceptron whose weights follow from positions.")
    private Path run;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data are: a folder, instead of 'data.path' of the experiment.")
    private Path data;

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            description = "Which classes, from top to bottom, separated by commas (default: all).")
    private List<String> classes = List.of();

    @Option(
            names = "--width",
            paramLabel = "MM",
            defaultValue = "120",
            description = "Width, mm (default: ${DEFAULT-VALUE}).")
    private double width;

    @Option(names = "--height", paramLabel = "MM", description = "Height, mm (default: panels are squares).")
    private Double height;

    @Mixin
    private FigureFile file;

    @Override
    public Integer call() throws IOException {
        // the usual height is known when the run has been read; the other sizes can be wrong before
        FigureStyle checked = new FigureStyle(width, height == null ? 100 : height, file.font(), file.palette());
        file.require();
        PerceptronView view = PerceptronReader.read(run, Optional.ofNullable(data), classes);
        FigureStyle style = height == null
                ? new FigureStyle(
                        width, ActivationsFigure.usualHeight(view, width, file.font()), file.font(), file.palette())
                : checked;
        file.write(ActivationsFigure.svg(view, style), style);
        report(view, style);
        return 0;
    }

    private void report(PerceptronView view, FigureStyle style) {
        PrintWriter out = spec.commandLine().getOut();
        PerceptronView.Layer hidden = view.layers().get(1);
        PerceptronView.Layer outputs = view.layers().get(2);
        for (int k = 0; k < view.classes().size(); k++) {
            int taken = outputs.strongest(k);
            out.printf(
                    Locale.ROOT,
                    "mean %-6s taken for %s with probability %.3f; %d of %d hidden neurons active%n",
                    view.classes().get(k),
                    outputs.labels().get(taken),
                    outputs.activations()[k][taken],
                    hidden.active(k),
                    hidden.size());
        }
        out.printf(Locale.ROOT, "%-11s %s, %s x %s mm%n", "activations", file.path(), style.width(), style.height());
        out.flush();
    }
}
