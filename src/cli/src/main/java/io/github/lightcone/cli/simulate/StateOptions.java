package io.github.lightcone.cli.simulate;

import io.github.lightcone.cli.options.RunOptions;
import io.github.lightcone.simulation.Simulation;
import io.github.lightcone.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a run goes on from, and where its own end is kept to go on from. */
final class StateOptions {

    private static final String SAVE = "--save";

    @Option(
            names = SAVE,
            paramLabel = "FILE",
            description = "Where to write the state at the end of the run, to go on from with --resume.")
    private Path save;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on from a state that was saved. --until still counts from time 0 and --out holds all"
                    + " spikes since then; --input holds those after the pause, if any. Voltages must be recorded as"
                    + " before.")
    private Path resume;

    /** Returns where to save the state; null if nowhere. */
    Path save() {
        return save;
    }

    /** Returns the state to go on from; null if the run is a new one. */
    Path resume() {
        return resume;
    }

    /** Throws if there is no such state, or anything but a later state would be written over it. */
    void check(String option, Path output) throws IOException {
        if (resume == null) {
            return;
        }
        if (!Files.exists(resume)) {
            throw new NoSuchFileException(resume.toString());
        }
        if (!Files.isRegularFile(resume)) {
            throw new IllegalArgumentException(resume + ": must be a file with a saved state");
        }
        if (!option.equals(SAVE) && RunOptions.isSame(output, resume)) {
            throw new IllegalArgumentException(option + " is " + output + ", which is also the state to resume");
        }
    }

    /** Returns the saved run. */
    Simulation restore(Simulator simulator, double until) throws IOException {
        Simulation run = simulator.restore(resume);
        if (until < run.now()) {
            throw new IllegalArgumentException(
                    "--until = " + until + ", must be at least " + run.now() + ", where " + resume + " pauses");
        }
        return run;
    }
}
