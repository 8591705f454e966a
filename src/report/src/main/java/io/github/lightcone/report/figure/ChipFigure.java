package io.github.lightcone.report.figure;

import io.github.lightcone.report.run.ChipPrototype;
import java.util.Locale;

/** Figures of what a network would do on a chip. */
public enum ChipFigure {
    /** Weights as the chip holds them. */
    WEIGHTS("Weights", "In whole numbers of their scale, before rounding and after it."),
    /** Delays as the chip holds them. */
    DELAYS("Delays", "In steps, before rounding and after it."),
    /** Neurons on tiles. */
    FLOOR_PLAN(
            "Floor plan",
            "A dot is a neuron, a square a tile; the thicker a line between tiles, the more packets of spikes pass it. Numbers"
                    + " are packets per example, beside the arrow that they go along."),
    /** Accuracies of devices. */
    MISMATCH("Devices", "Accuracy of each device, all drawn around the network on the chip."),
    /** Ever shorter steps. */
    CONVERGENCE(
            "From steps to continuous time",
            "The trained network in steps, with numbers in floating point, against the exact engine: how far spikes are"
                    + " apart, and how many have no counterpart.");

    private static final int MOST_TILES = 1024;

    private final String title;
    private final String caption;

    ChipFigure(String title, String caption) {
        this.title = title;
        this.caption = caption;
    }

    /** Returns the heading. */
    public String title() {
        return title;
    }

    /** Returns what is to be seen, in a sentence or two. */
    public String caption() {
        return caption;
    }

    /** Returns the name in files and pages: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns why there is no such figure of a prototype; empty if there is one. */
    public String missing(ChipPrototype chip) {
        return switch (this) {
            case WEIGHTS ->
                chip.weights().isPresent() ? "" : "How this chip holds weights is unknown: they are left alone.";
            case DELAYS ->
                chip.delays().isPresent() ? "" : "How this chip holds delays is unknown: they are left alone.";
            case FLOOR_PLAN ->
                chip.floorPlan()
                        .map(plan -> plan.columns() * plan.rows() > MOST_TILES
                                ? "More than " + MOST_TILES + " tiles are not drawn."
                                : "")
                        .orElse("How many neurons a core of this chip holds is unknown; --tile says it.");
            case MISMATCH ->
                chip.devices().isPresent() ? "" : "No devices were drawn; --mismatch of lightcone prototype does.";
            case CONVERGENCE ->
                chip.convergence().isPresent()
                        ? ""
                        : "Steps were not made shorter; --converge of lightcone prototype does.";
        };
    }

    /** Returns whether it is shown only of prototypes that have it. */
    public boolean isOptional() {
        return this == MISMATCH || this == CONVERGENCE;
    }

    /**
     * Returns the figure as an element of a page, whose colours are variables of the page's style sheet.
     *
     * @param width in the page's pixels
     * @param height in the page's pixels
     * @param font in the page's pixels
     * @throws IllegalArgumentException if there is none, with the reason
     */
    public String element(ChipPrototype chip, double width, double height, double font) {
        SvgCanvas canvas = new SvgCanvas(width, height, font, Palette.OF_PAGE);
        draw(chip, canvas);
        return canvas.toElement(title + ", " + chip.title(), caption);
    }

    /**
     * Returns the figure as the text of an SVG file; the same bytes for the same prototype and style.
     *
     * @throws IllegalArgumentException if there is none, with the reason
     */
    public String svg(ChipPrototype chip, FigureStyle style) {
        SvgCanvas canvas = style.canvas();
        draw(chip, canvas);
        return canvas.toFile(title + ", " + chip.title(), caption);
    }

    private void draw(ChipPrototype chip, SvgCanvas canvas) {
        String missing = missing(chip);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("no figure '" + key() + "' of " + chip.chip() + ": " + missing);
        }
        switch (this) {
            case WEIGHTS ->
                WholeNumbersFigure.draw(canvas, chip.weights().orElseThrow(), "weight / scale", chip.onChip());
            case DELAYS ->
                WholeNumbersFigure.draw(canvas, chip.delays().orElseThrow(), "total delay, steps", chip.onChip());
            case FLOOR_PLAN -> FloorPlanFigure.draw(canvas, chip.floorPlan().orElseThrow(), chip.examples());
            case MISMATCH -> DevicesFigure.draw(canvas, chip);
            case CONVERGENCE ->
                ConvergenceFigure.draw(
                        canvas,
                        chip.convergence().orElseThrow(),
                        chip.settings().step());
        }
    }
}
