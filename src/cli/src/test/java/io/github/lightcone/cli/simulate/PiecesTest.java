package io.github.lightcone.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.network.Network;
import io.github.lightcone.neuron.Lif;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private static final double END = 500;
    private static final long MILLISECOND = 1_000_000;

    private final Simulation run = simulation();
    private final AtomicLong clock = new AtomicLong();
    private final List<Double> ends = new ArrayList<>();

    private static Simulation simulation() {
        Network network = Network.inDimensions(1)
                .population("cells", Lif.of(10, 5).withBias(2), 3)
                .build();
        return new Simulator(CompiledNetwork.of(network)).sliceWidth(0.5).start();
    }

    /** Runs in pieces that take a time each; returns how many there are. */
    private int pieces(long millisecondsEach) {
        Pieces.run(run, END, clock::get, fraction -> {
            clock.addAndGet(millisecondsEach * MILLISECOND);
            ends.add(fraction * END);
        });
        return ends.size();
    }

    @Test
    void aShortRunHasFewPieces() {
        double slice = run.statistics().sliceWidth();
        int pieces = pieces(1);
        for (int k = 0; k < pieces - 1; k++) {
            assertThat(ends.get(k)).isCloseTo(((1 << (k + 1)) - 1) * slice, within());
        }
        assertThat(ends.get(pieces - 1)).isEqualTo(END);
        assertThat(pieces).isLessThan(15);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    @Test
    void piecesThatTakeLongAreNoLongerThanASlice() {
        double slice = run.statistics().sliceWidth();
        assertThat(pieces(2000)).isEqualTo((int) Math.ceil(END / slice));
    }

    @Test
    void theSpikesAreThoseOfOnePiece() {
        pieces(1);
        Simulation whole = simulation();
        whole.runTo(END);
        assertThat(run.tape().spikeCount()).isEqualTo(whole.tape().spikeCount()).isPositive();
        for (int k = 0; k < whole.tape().spikeCount(); k++) {
            assertThat(run.tape().time(k)).isEqualTo(whole.tape().time(k));
        }
        assertThat(run.now()).isEqualTo(END);
    }
}
