package io.github.lightcone.experiment;

import io.github.lightcone.learning.loss.FirstSpikeCrossEntropy;
import io.github.lightcone.learning.loss.FirstSpikeSquaredError;
import io.github.lightcone.learning.loss.Loss;
import io.github.lightcone.learning.loss.RelativeFirstSpike;
import io.github.lightcone.learning.loss.SpikeCountCrossEntropy;
import io.github.lightcone.learning.loss.VoltageCrossEntropy;
import io.github.lightcone.learning.parameter.DistanceWeights;
import io.github.lightcone.learning.regularise.ActivityRegulariser;
import io.github.lightcone.learning.regularise.MeanVoltage;
import io.github.lightcone.learning.regularise.ParameterPenalty;
import io.github.lightcone.learning.regularise.Proximal;
import io.github.lightcone.learning.regularise.RateBand;
import io.github.lightcone.learning.regularise.VoltagePull;
import io.github.lightcone.learning.regularise.WeightL1;
import io.github.lightcone.learning.regularise.WeightL2;
import io.github.lightcone.learning.training.Objective;
import io.github.lightcone.network.Population;
import io.github.lightcone.structure.cost.ActsOn;
import io.github.lightcone.structure.cost.CommunicabilityCost;
import io.github.lightcone.structure.cost.Repulsion;
import io.github.lightcone.structure.cost.WiringLength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@code loss} and the {@code regularise} entries of an experiment. */
final class ObjectivePart {

    private static final List<String> LOSSES = List.of(
            "first-spike",
            "first-spike-squared",
            "relative-first-spike",
            "weighted-voltage",
            "integrated-voltage",
            "maximum-voltage",
            "spike-count");

    private static final List<String> COSTS = List.of(
            "rate-band",
            "mean-voltage",
            "pull-correct-output",
            "pull-silent",
            "l1",
            "l2",
            "wiring",
            "communicability",
            "repulsion",
            "proximal-l1",
            "proximal-l2",
            "proximal-wiring");

    private final NetworkPart part;
    private final double end;

    ObjectivePart(NetworkPart part, double end) {
        this.part = part;
        this.end = end;
    }

    Objective read(Section root) {
        Loss loss = loss(root.section("loss"));
        List<ActivityRegulariser> activities = new ArrayList<>();
        ParameterPenalty penalty = null;
        Proximal proximal = null;
        for (Section cost : root.sections("regularise")) {
            String kind = cost.choice("kind", COSTS);
            double strength = cost.nonNegative("strength", 0);
            if (!cost.has("strength")) {
                throw cost.error("strength is missing");
            }
            try {
                switch (kind) {
                    case "l1", "l2", "wiring", "communicability", "repulsion" -> {
                        ParameterPenalty one = penalty(kind, strength, cost);
                        penalty = penalty == null ? one : penalty.plus(one);
                    }
                    case "proximal-l1", "proximal-l2", "proximal-wiring" -> {
                        if (proximal != null) {
                            throw cost.error("there is a proximal cost further up already");
                        }
                        proximal = proximal(kind, strength, cost);
                    }
                    default -> activities.add(activity(kind, strength, cost));
                }
            } catch (IllegalArgumentException e) {
                throw cost.error(e);
            }
            cost.rejectOthers();
        }
        return new Objective(
                loss, ActivityRegulariser.sum(activities), Optional.ofNullable(penalty), Optional.ofNullable(proximal));
    }

    private String[] projections(Section cost) {
        if (!cost.has("of")) {
            return new String[0];
        }
        List<String> names = cost.words("of");
        part.requireProjections(names, cost);
        return names.toArray(String[]::new);
    }

    private ParameterPenalty penalty(String kind, double strength, Section cost) {
        return switch (kind) {
            case "l1" -> new WeightL1(strength, projections(cost));
            case "l2" -> new WeightL2(strength, projections(cost));
            case "wiring" -> new ConnectionPenalty(wiring(strength, actsOn(cost), cost));
            case "communicability" ->
                new ConnectionPenalty(new CommunicabilityCost(
                        strength, cost.truth("constant", false), actsOn(cost), List.of(projections(cost))));
            default -> new ConnectionPenalty(new Repulsion(strength, cost.positive("radius"), repelled(cost)));
        };
    }

    private Proximal proximal(String kind, double strength, Section cost) {
        List<String> names = List.of(projections(cost));
        for (NetworkPart.Link link : part.links()) {
            String name = link.projection().name();
            boolean derived = link.rules().stream().anyMatch(DistanceWeights.class::isInstance);
            if (derived && (names.isEmpty() || names.contains(name))) {
                throw cost.error("a proximal step cannot act on the weights of " + name
                        + ", which follow from positions; " + kind.substring("proximal-".length())
                        + " can, or name other projections in of");
            }
        }
        return switch (kind) {
            case "proximal-l1" -> new WeightL1(strength, projections(cost));
            case "proximal-l2" -> new WeightL2(strength, projections(cost));
            default -> wiring(strength, ActsOn.WEIGHTS, cost)::shrink;
        };
    }

    private WiringLength wiring(double strength, ActsOn actsOn, Section cost) {
        return new WiringLength(
                strength, cost.number("gamma", 1), cost.truth("normalised", true), actsOn, List.of(projections(cost)));
    }

    private static ActsOn actsOn(Section cost) {
        return cost.has("on")
                ? ActsOn.valueOf(cost.choice("on", List.of("weights", "positions", "both"))
                        .toUpperCase(Locale.ROOT))
                : ActsOn.BOTH;
    }

    private List<String> repelled(Section cost) {
        if (!cost.has("of")) {
            return List.of();
        }
        return part.populations(cost.words("of"), cost, "of").stream()
                .map(Population::name)
                .toList();
    }

    private ActivityRegulariser activity(String kind, double strength, Section cost) {
        if (kind.equals("pull-correct-output")) {
            return VoltagePull.ofCorrectOutput(outputs(cost), cost.number("level", 1), strength);
        }
        Population population =
                part.populations(List.of(cost.text("of")), cost, "of").get(0);
        return switch (kind) {
            case "rate-band" -> {
                double[] band = cost.numbers("spikes", 2);
                yield new RateBand(population, band[0], band[1], strength);
            }
            case "mean-voltage" -> new MeanVoltage(population, cost.number("target", 0), strength);
            default -> VoltagePull.ofSilentNeurons(population, cost.number("level", 1), strength);
        };
    }

    private Population outputs(Section section) {
        List<Population> populations = part.network().populations();
        return section.has("of")
                ? part.populations(List.of(section.text("of")), section, "of").get(0)
                : populations.get(populations.size() - 1);
    }

    private Loss loss(Section section) {
        String kind = section.choice("kind", LOSSES);
        Population outputs = outputs(section);
        Loss loss;
        try {
            loss = switch (kind) {
                case "first-spike" ->
                    new FirstSpikeCrossEntropy(
                            outputs,
                            section.positive("tau0"),
                            section.positive("tau1", 1),
                            section.nonNegative("alpha", 0));
                case "first-spike-squared" ->
                    new FirstSpikeSquaredError(outputs, section.number("correct"), section.number("wrong"));
                case "relative-first-spike" ->
                    new RelativeFirstSpike(outputs, section.number("gap"), section.truth("clipped", true));
                case "weighted-voltage" ->
                    VoltageCrossEntropy.weighted(
                            outputs, section.positive("tau", end), section.positive("scale", 1) / end);
                case "integrated-voltage" ->
                    VoltageCrossEntropy.integrated(outputs, section.positive("scale", 1) / end);
                case "maximum-voltage" -> VoltageCrossEntropy.maximum(outputs, section.positive("scale", 1));
                default -> new SpikeCountCrossEntropy(outputs, section.positive("tau"), section.positive("scale", 1));
            };
        } catch (IllegalArgumentException e) {
            throw section.error(e);
        }
        section.rejectOthers();
        return loss;
    }
}
