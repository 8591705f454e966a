package io.github.lightcone.learning.training;

import io.github.lightcone.adjoint.Gradients;
import io.github.lightcone.data.EventDataset;
import io.github.lightcone.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A few training examples, drawn once by the seed, whose gradients are examined now and then. */
final class TrustSample {

    private static final long STREAM = 2;

    /** At most so many, and at most one of so many, but a few. */
    private static final int MOST = 16;

    private static final int EXAMPLES_PER_EXAMINED = 200;
    private static final int FEWEST = 2;

    private final EventDataset data;
    private final int[] examined;

    TrustSample(EventDataset data, long seed) {
        this.data = data;
        int[] shuffled = IntStream.range(0, data.size()).toArray();
        new SeededRandom(seed, STREAM).shuffle(shuffled);
        int wanted = Math.max(FEWEST, Math.min(MOST, data.size() / EXAMPLES_PER_EXAMINED));
        examined = Arrays.stream(shuffled).limit(wanted).sorted().toArray();
    }

    /**
     * Examines the gradients of the network as it is.
     *
     * @param workspace gradients that may be written over, at least one. Modified.
     */
    TrustSummary examine(Team team, Gradients[] workspace) {
        int parts = Math.min(workspace.length, examined.length);
        List<Optional<TrustSummary.Examined>> found =
                new ArrayList<>(Collections.nCopies(examined.length, Optional.empty()));
        team.run(parts, (worker, part) -> {
            for (int k = part; k < examined.length; k += parts) {
                found.set(k, worker.examine(data.input(examined[k]), data.label(examined[k]), workspace[part]));
            }
        });
        return TrustSummary.of(found.stream().flatMap(Optional::stream).toList());
    }
}
