package io.github.lightcone.examples;

import io.github.lightcone.connectivity.ConnectionRule;
import io.github.lightcone.connectivity.ConnectionRules;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.network.Delays;
import io.github.lightcone.network.Distribution;
import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.neuron.SpikeSource;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulator;
import io.github.lightcone.simulation.StateRecorder;
import io.github.lightcone.simulation.Tape;
import io.github.lightcone.space.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws a run of a network on a line: space to the right, time upwards. Each neuron is an upright line as wide as its
 * voltage is high; each spike is a dot that opens a cone, and a neuron that stands where cones meet spikes in turn.
 */
public final class SpaceTimeDiagram {

    private static final double SPEED = 0.1;
    private static final double END = 42;
    private static final double WEIGHT = 4.5;
    private static final int SAMPLES = 120;
    private static final double[] INPUTS = {0.35, 3.25};
    private static final double[] CELLS = {0.95, 1.8, 2.5, 3.7};

    // Pixels.
    private static final double WIDTH = 840;
    private static final double HEIGHT = 440;
    private static final double LEFT = 56;
    private static final double RIGHT = 826;
    private static final double TOP = 14;
    private static final double BOTTOM = 394;
    private static final double PER_MM = (RIGHT - LEFT) / 4.1;
    private static final double PER_MS = (BOTTOM - TOP) / END;
    private static final double PER_VOLTAGE = 9;

    private static final String STYLE = """
            text { font: 13px sans-serif; fill: #7d8590 }
            .frame { stroke: #7d8590; stroke-width: 1; fill: none }
            .line { stroke: #7d8590; stroke-width: 1 }
            .cone { stroke-width: 1.2; stroke-opacity: .75; fill-opacity: .1 }
            .input { fill: #e0792f; stroke: #e0792f }
            .cell { fill: #3f8fd2; stroke: #3f8fd2 }
            .voltage { fill: #3f8fd2; fill-opacity: .55 }
            """;

    private final StringBuilder svg = new StringBuilder();

    private SpaceTimeDiagram() {}

    /** Runs the example; takes the name of the file to write. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("SpaceTimeDiagram: must be called with FILE, the picture to write");
            System.exit(2);
        }
        String picture = new SpaceTimeDiagram().draw();
        try {
            Files.writeString(Path.of(arguments[0]), picture);
        } catch (IOException problem) {
            System.err.println("SpaceTimeDiagram: cannot write " + arguments[0] + " (" + problem + ")");
            System.exit(2);
        }
        System.out.println("wrote " + arguments[0]);
    }

    private String draw() {
        Network network = Network.inDimensions(1)
                .conductionSpeed(SPEED)
                .population("input", new SpikeSource(), Positions.of(1, INPUTS))
                .population("cell", Lif.of(12, 3), Positions.of(1, CELLS))
                .connect("input", "cell", all(), Distribution.constant(WEIGHT), Delays.spatial(), new Random(1))
                .connect("cell", "cell", all(), Distribution.constant(WEIGHT), Delays.spatial(), new Random(1))
                .build();
        int[] cells = IntStream.range(INPUTS.length, network.neuronCount()).toArray();
        double[] times = IntStream.rangeClosed(0, SAMPLES)
                .mapToDouble(k -> END * k / SAMPLES)
                .toArray();
        StateRecorder recorder = new StateRecorder(cells, times);
        Tape tape = new Simulator(CompiledNetwork.of(network))
                .record(recorder)
                .run(SpikeTrains.of(new int[] {0, 1}, new double[] {2, 2}), END);

        double[] position = network.parameters().position();
        add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f'>", WIDTH, HEIGHT);
        add("<style>%n%s</style>", STYLE);
        add("<clipPath id='frame'><path d='%s'/></clipPath>", frame());
        add("<g clip-path='url(#frame)'>");
        for (int k = 0; k < tape.spikeCount(); k++) {
            cone(position[tape.neuron(k)], tape.time(k), styleOf(tape.neuron(k)));
        }
        for (double at : position) {
            add("<path class='line' d='M%.1f %.1fV%.1f'/>", x(at), TOP, BOTTOM);
        }
        for (int row = 0; row < cells.length; row++) {
            voltage(position[cells[row]], recorder, row);
        }
        add("</g>");
        for (int k = 0; k < tape.spikeCount(); k++) {
            int n = tape.neuron(k);
            add("<circle class='%s' cx='%.1f' cy='%.1f' r='5'/>", styleOf(n), x(position[n]), y(tape.time(k)));
        }
        axes();
        add("</svg>");
        return svg.toString();
    }

    private static ConnectionRule all() {
        return ConnectionRules.allToAll(false);
    }

    private static String styleOf(int neuron) {
        return neuron < INPUTS.length ? "input" : "cell";
    }

    private void cone(double at, double time, String style) {
        double reach = SPEED * (END - time);
        add(
                "<path class='cone %s' d='M%.1f %.1fL%.1f %.1fL%.1f %.1f'/>",
                style, x(at - reach), y(END), x(at), y(time), x(at + reach), y(END));
    }

    private void voltage(double at, StateRecorder recorder, int row) {
        StringBuilder right = new StringBuilder();
        StringBuilder left = new StringBuilder();
        for (int k = 0; k < recorder.sampleCount(); k++) {
            double half = PER_VOLTAGE * Math.max(recorder.voltage(row, k), 0);
            right.append(format("L%.1f %.1f", x(at) + half, y(recorder.time(k))));
            left.insert(0, format("L%.1f %.1f", x(at) - half, y(recorder.time(k))));
        }
        add("<path class='voltage' d='M%.1f %.1f%s%sZ'/>", x(at), BOTTOM, right, left);
    }

    private void axes() {
        add("<path class='frame' d='%s'/>", frame());
        for (int mm = 0; mm <= 4; mm++) {
            add("<text x='%.1f' y='%.1f' text-anchor='middle'>%d</text>", x(mm), BOTTOM + 18, mm);
        }
        for (int ms = 0; ms <= END; ms += 10) {
            add("<text x='%.1f' y='%.1f' text-anchor='end'>%d</text>", LEFT - 8, y(ms) + 4, ms);
        }
        add("<text x='%.1f' y='%.1f' text-anchor='middle'>position, mm</text>", (LEFT + RIGHT) / 2, BOTTOM + 38);
        double middle = (TOP + BOTTOM) / 2;
        add("<text transform='translate(18 %.1f) rotate(-90)' text-anchor='middle'>time, ms</text>", middle);
    }

    private static String frame() {
        return format("M%.1f %.1fH%.1fV%.1fH%.1fZ", LEFT, TOP, RIGHT, BOTTOM, LEFT);
    }

    private static double x(double position) {
        return LEFT + PER_MM * position;
    }

    private static double y(double time) {
        return BOTTOM - PER_MS * time;
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private void add(String format, Object... arguments) {
        svg.append(format(format, arguments)).append('\n');
    }
}
