package io.github.lightcone.experiment;

import io.github.lightcone.learning.parameter.Learnables.Sharing;
import io.github.lightcone.network.Distribution;
import java.util.List;

/**
 * Where the delays of a projection come from.
 *
 * <pre>
 *     none                                  there are none
 *     {fixed: DRAW}                         drawn once and never learned
 *     {free: DRAW}                          one of its own for each synapse
 *     {axonal: DRAW}                        one for each source
 *     {dendritic: DRAW}                     one for each target
 *     {shared: DRAW}                        one for all
 *     spatial                               distance / conduction speed of the network
 *     {spatial: {speed: 1, per: source}}    distance / a speed of the projection, or of each source
 * </pre>
 *
 * @param kind which of these
 * @param initial what delays are drawn from, ms; of no effect on spatial ones
 * @param ownSpeed initial speed of its own, mm/ms; NaN for that of the network
 * @param speedPerSource whether each source has a speed
 */
record DelayRule(Kind kind, Distribution initial, double ownSpeed, boolean speedPerSource) {

    /** The kinds of rules. */
    enum Kind {
        NONE,
        FIXED,
        FREE,
        AXONAL,
        DENDRITIC,
        SHARED,
        SPATIAL
    }

    private static final List<String> NAMES =
            List.of("none", "fixed", "free", "axonal", "dendritic", "shared", "spatial");

    static final DelayRule ABSENT = new DelayRule(Kind.NONE, Distribution.constant(0), Double.NaN, false);

    static DelayRule of(Section section, String field) {
        Section.Variant variant = section.variant(field);
        int kind = NAMES.indexOf(variant.name());
        if (kind < 0) {
            throw variant.unknown(NAMES);
        }
        return switch (Kind.values()[kind]) {
            case NONE -> ABSENT;
            case SPATIAL -> spatial(variant);
            default -> new DelayRule(Kind.values()[kind], Draw.of(variant.within(), variant.name()), Double.NaN, false);
        };
    }

    private static DelayRule spatial(Section.Variant variant) {
        if (variant.holder().isEmpty()) {
            return new DelayRule(Kind.SPATIAL, Distribution.constant(0), Double.NaN, false);
        }
        Section content = variant.content();
        double speed = content.positive("speed");
        boolean perSource = content.has("per")
                && content.choice("per", List.of("source", "projection")).equals("source");
        content.rejectOthers();
        return new DelayRule(Kind.SPATIAL, Distribution.constant(0), speed, perSource);
    }

    /** Returns whether delays follow from positions at the speed of the network. */
    boolean throughSpace() {
        return kind == Kind.SPATIAL && Double.isNaN(ownSpeed);
    }

    boolean hasOwnSpeed() {
        return kind == Kind.SPATIAL && !Double.isNaN(ownSpeed);
    }

    /** Returns whether delays are numbers that can be learned. */
    boolean isLearnable() {
        return kind == Kind.FREE || kind == Kind.AXONAL || kind == Kind.DENDRITIC || kind == Kind.SHARED;
    }

    Sharing sharing() {
        return switch (kind) {
            case AXONAL -> Sharing.BY_SOURCE;
            case DENDRITIC -> Sharing.BY_TARGET;
            case SHARED -> Sharing.ALL;
            case NONE, FIXED, FREE, SPATIAL -> Sharing.NONE;
        };
    }
}
