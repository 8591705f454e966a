package io.github.lightcone.hardware.chip;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chip can hold.
 *
 * @param name short name, such as {@code loihi-2}
 * @param title full name
 * @param kind what it is, in a few words
 * @param time how time passes on it
 * @param sign how it holds signs of weights
 * @param decay how it holds time constants
 * @param figures known figures; one that is missing is unknown
 * @param sources by their keys
 * @param notes what does not fit into figures
 */
public record ChipProfile(
        String name,
        String title,
        String kind,
        ChipTime time,
        WeightSign sign,
        DecayForm decay,
        Map<Quantity, Figure> figures,
        Map<String, Source> sources,
        List<String> notes) {

    /** Copies the collections. */
    public ChipProfile {
        figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
        sources = Map.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /** Returns a figure; empty if it is unknown. */
    public Optional<Figure> figure(Quantity quantity) {
        return Optional.ofNullable(figures.get(quantity));
    }

    /** Returns the greatest value of a figure; NaN if it is unknown. */
    public double most(Quantity quantity) {
        return figure(quantity).map(Figure::most).orElse(Double.NaN);
    }

    /** Returns the least value of a figure; NaN if it is unknown. */
    public double least(Quantity quantity) {
        return figure(quantity).map(Figure::least).orElse(Double.NaN);
    }

    /** Returns whether a figure is known. */
    public boolean knows(Quantity quantity) {
        return figures.containsKey(quantity);
    }

    /** Returns the greatest whole number a weight can be; 0 if the bits of weights are unknown. */
    public long greatestWeight() {
        return knows(Quantity.WEIGHT_BITS) ? sign.greatest((int) most(Quantity.WEIGHT_BITS)) : 0;
    }

    /**
     * Returns the greatest whole number a threshold can be, and with its sign beside the bits the greatest size of any
     * voltage that is set; 0 if the bits of thresholds are unknown.
     */
    public long greatestThreshold() {
        return knows(Quantity.THRESHOLD_BITS) ? (1L << (int) most(Quantity.THRESHOLD_BITS)) - 1 : 0;
    }

    /** Returns the bits of decays; 0 if they are unknown, in which case no rule follows. */
    public int decayBits() {
        return knows(Quantity.DECAY_BITS) ? (int) most(Quantity.DECAY_BITS) : 0;
    }

    /** Returns whether only some time constants can be had, and it is known which. */
    public boolean limitsTimeConstants() {
        return decay != DecayForm.FREE && decayBits() > 0;
    }
}
