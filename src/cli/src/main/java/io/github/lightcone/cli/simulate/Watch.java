package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.console.ProgressLine;
import io.github.lightcone.connectivity.Progress;
import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import io.github.lightcone.simulation.Simulation;
import java.io.PrintWriter;

/**
 * Does what takes long, and shows how far it is to whoever watches.
 *
 * @param terminal whether somebody does
 * @param out what he watches
 */
public record Watch(boolean terminal, PrintWriter out) {

    /** Compiles a network. */
    public CompiledNetwork compile(Network network, int threads) {
        if (!terminal) {
            return CompiledNetwork.of(network, threads, Progress.none());
        }
        try (ProgressLine line = new ProgressLine("compiling", out, System::nanoTime)) {
            return CompiledNetwork.of(network, threads, line::done);
        }
    }

    /** Runs on to a time, ms. */
    public void run(Simulation run, double until) {
        if (!terminal) {
            run.runTo(until);
            return;
        }
        try (ProgressLine line = new ProgressLine("running", out, System::nanoTime)) {
            Pieces.run(run, until, System::nanoTime, line::done);
        }
    }
}
