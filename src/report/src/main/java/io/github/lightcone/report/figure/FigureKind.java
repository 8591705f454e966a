package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.RunView;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every figure there is of a run. */
public enum FigureKind {
    /** Accuracy over epochs. */
    ACCURACY("Accuracy over training", "Share of correct examples after each epoch; dashed: the epoch kept as best."),
    /** Loss over epochs. */
    LOSS("Loss over training", "Mean loss per example after each epoch; dashed: the epoch kept as best."),
    /** Hidden spikes over epochs. */
    SPIKES("Hidden spikes over training", "Mean spikes of a hidden neuron in an example."),
    /** Mean delay over epochs. */
    DELAY("Mean delay over training", "Mean total delay of all synapses."),
    /** The network in space. */
    SPACE(
            "The network in space",
            "Neurons where training put them, and the strongest synapses: grey excitatory, purple inhibitory."),
    /** Spikes under way in space. */
    CONE(
            "Spikes in space",
            "Four moments of one example: a spike is drawn on its way along each of the strongest synapses."),
    /** Spikes of one example. */
    RASTER("Spikes of one example", "Every mark is a spike; a row is a neuron."),
    /** Output voltages of one example. */
    VOLTAGE("Output voltages of one example", "Voltage of each output, one per class."),
    /** Distribution of delays. */
    DELAYS("Delays", "Total delays of synapses."),
    /** Distribution of distances. */
    DISTANCES("Distances", "Straight distances between connected neurons."),
    /** Distribution of weights. */
    WEIGHTS("Weights", "Weights of synapses; pruned ones are left out."),
    /** Distribution of degrees. */
    DEGREES("Degrees", "How many synapses neurons have."),
    /** Distribution of rates. */
    RATES("Rates", "Mean spikes of a neuron in an example."),
    /** Connections ordered by module. */
    CONNECTIVITY("Connections by module", "Weights from row to column, neurons ordered by module (framed)."),
    /** Which classes were taken for which. */
    CONFUSION("Confusion matrix", "How many examples of a class (row) were taken for which (column)."),
    /** Measures of the structure along the training. */
    MEASURES(
            "Structure over training",
            "Measures of the structure after some epochs, where the experiment asks to measure them."),
    /** Trust in gradients over epochs. */
    TRUST(
            "Trust in the gradient over training",
            "How near examples came to where their spikes change in number or order, and what a few spikes carry."),
    /** Measures against null models. */
    NULLS(
            "Structure against null models",
            "Each measure on its own scale, beside 95 % of random graphs that share what the null model keeps.");

    private final String title;
    private final String caption;

    FigureKind(String title, String caption) {
        this.title = title;
        this.caption = caption;
    }

    /** Returns the heading. */
    public String title() {
        return title;
    }

    /** Returns what is to be seen, in a sentence. */
    public String caption() {
        return caption;
    }

    /** Returns the name by which it is asked for: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the figure of a key.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static FigureKind of(String key) {
        for (FigureKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("figure '" + key + "', must be one of "
                + Arrays.stream(values()).map(FigureKind::key).collect(Collectors.joining(", ")));
    }

    /** Returns why a run has no such figure; empty if it has one. */
    public String missing(RunView run) {
        return switch (this) {
            case CONE, RASTER, VOLTAGE, RATES -> run.withoutActivity();
            case NULLS -> NullsFigure.tested(run).isEmpty() ? "No measure was compared with null graphs." : "";
            case MEASURES ->
                run.structureHistory()
                        .filter(history -> !history.measures().isEmpty())
                        .map(history -> "")
                        .orElse("This run did not measure its structure while it was trained.");
            case TRUST ->
                run.trust()
                        .filter(table -> table.rows() > 0)
                        .map(table -> "")
                        .orElse("This run has no trust.csv: earlier versions of Lightcone kept none.");
            case DELAYS, DISTANCES, WEIGHTS -> run.wires().size() == 0 ? "The network has no synapses." : "";
            default -> "";
        };
    }

    /** Returns whether it is wider than a column of a paper. */
    public boolean isWide() {
        return this == RASTER || this == CONE || this == TRUST;
    }

    void draw(RunView run, SvgCanvas canvas) {
        switch (this) {
            case ACCURACY -> HistoryFigure.accuracy(run, canvas);
            case LOSS -> HistoryFigure.loss(run, canvas);
            case SPIKES -> HistoryFigure.spikes(run, canvas);
            case DELAY -> HistoryFigure.delay(run, canvas);
            case SPACE -> SpaceFigure.network(run, canvas);
            case CONE -> SpaceFigure.spikes(run, canvas);
            case RASTER -> RasterFigure.draw(run, canvas);
            case VOLTAGE -> VoltageFigure.draw(run, canvas);
            case DELAYS -> HistogramFigure.delays(run, canvas);
            case DISTANCES -> HistogramFigure.distances(run, canvas);
            case WEIGHTS -> HistogramFigure.weights(run, canvas);
            case DEGREES -> HistogramFigure.degrees(run, canvas);
            case RATES -> HistogramFigure.rates(run, canvas);
            case CONNECTIVITY -> MatrixFigure.connectivity(run, canvas);
            case CONFUSION -> MatrixFigure.confusion(run, canvas);
            case MEASURES -> MeasuresFigure.draw(run, canvas);
            case TRUST -> TrustFigure.draw(run, canvas);
            case NULLS -> NullsFigure.draw(run, canvas);
        }
    }
}
