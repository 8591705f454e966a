package io.github.lightcone.structure.community;

import io.github.lightcone.random.SeededRandom;
import io.github.lightcone.structure.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds communities of high modularity by Leiden or Louvain, from several starts.
 *
 * <pre>{@code
 * CommunityResult found = CommunityDetection.leiden().withSeed(7).detect(graph);
 * }</pre>
 *
 * <p>Undirected graphs without negative weights go through the library networkanalysis of its authors, all
 * others through this package's own form of the same algorithms. Restart r draws from stream r of the seed: the
 * result is the same bits for any number of threads, and the first restarts are the same however many follow.
 * Every restart repeats its algorithm until no node moves. A restart takes time in proportion to edges times
 * the levels and rounds it needs, commonly some tens; if the graph has negative weights, also to the square of
 * nodes.
 *
 * @param method algorithm
 * @param modularity what is raised
 * @param restarts number of starts, at least 1
 * @param seed of all random numbers
 * @param threads how many restarts run at a time, at least 1
 */
public record CommunityDetection(Method method, Modularity modularity, int restarts, long seed, int threads) {

    /** The number of restarts unless another is set. */
    public static final int DEFAULT_RESTARTS = 100;

    /** Checks the numbers. */
    public CommunityDetection {
        if (restarts < 1) {
            throw new IllegalArgumentException("restarts = " + restarts + ", must be at least 1");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ", must be at least 1");
        }
    }

    /** Returns Leiden at resolution 1 with {@value #DEFAULT_RESTARTS} restarts, seed 1, in one thread. */
    public static CommunityDetection leiden() {
        return new CommunityDetection(Method.LEIDEN, Modularity.standard(), DEFAULT_RESTARTS, 1, 1);
    }

    /** Returns Louvain at resolution 1 with {@value #DEFAULT_RESTARTS} restarts, seed 1, in one thread. */
    public static CommunityDetection louvain() {
        return new CommunityDetection(Method.LOUVAIN, Modularity.standard(), DEFAULT_RESTARTS, 1, 1);
    }

    /** Returns the same with another modularity. */
    public CommunityDetection withModularity(Modularity newModularity) {
        return new CommunityDetection(method, newModularity, restarts, seed, threads);
    }

    /** Returns the same at another resolution. */
    public CommunityDetection withResolution(double resolution) {
        return withModularity(modularity.withResolution(resolution));
    }

    /** Returns the same with another number of restarts. */
    public CommunityDetection withRestarts(int newRestarts) {
        return new CommunityDetection(method, modularity, newRestarts, seed, threads);
    }

    /** Returns the same with another seed. */
    public CommunityDetection withSeed(long newSeed) {
        return new CommunityDetection(method, modularity, restarts, newSeed, threads);
    }

    /** Returns the same with another number of threads. */
    public CommunityDetection withThreads(int newThreads) {
        return new CommunityDetection(method, modularity, restarts, seed, newThreads);
    }

    /** Finds communities; see {@link #detect(Graph, RestartListener)}. */
    public CommunityResult detect(Graph graph) {
        return detect(graph, RestartListener.none());
    }

    /**
     * Finds communities.
     *
     * @throws IllegalArgumentException if the graph has negative weights that the modularity refuses
     * @throws CancellationException if the listener cancels; restarts that are running come to their ends unseen
     */
    public CommunityResult detect(Graph graph, RestartListener listener) {
        List<Partition> all = partitions(graph, listener);
        List<Double> values = new ArrayList<>();
        int best = 0;
        for (int r = 0; r < all.size(); r++) {
            values.add(modularity.of(graph, all.get(r)));
            if (values.get(r) > values.get(best)) {
                best = r;
            }
        }
        return new CommunityResult(all.get(best), values.get(best), values, modularity.conventions(graph), this);
    }

    /** Returns the partition of every restart. */
    List<Partition> partitions(Graph graph, RestartListener listener) {
        modularity.checkSigns(graph);
        Detector detector = graph.isDirected() || graph.hasNegativeWeights()
                ? new OwnDetection(ModularityMatrix.of(graph, modularity), method)
                : new LibraryDetection(graph, method, modularity.resolution());
        return partitions(detector, listener);
    }

    List<Partition> partitions(Detector detector, RestartListener listener) {
        List<Partition> found = new ArrayList<>();
        if (threads == 1) {
            for (int r = 0; r < restarts; r++) {
                found.add(restart(detector, r));
                report(listener, r + 1);
            }
            return found;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, restarts));
        try {
            List<Future<Partition>> running = new ArrayList<>();
            for (int r = 0; r < restarts; r++) {
                int number = r;
                running.add(pool.submit(() -> restart(detector, number)));
            }
            for (Future<Partition> future : running) {
                found.add(future.get());
                report(listener, found.size());
            }
            return found;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a restart of community detection failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("community detection was interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private Partition restart(Detector detector, int number) {
        return Partition.of(detector.detect(new SeededRandom(seed, number)));
    }

    private void report(RestartListener listener, int finished) {
        if (!listener.finished(finished, restarts)) {
            throw new CancellationException(
                    "community detection was cancelled after " + finished + " of " + restarts + " restarts");
        }
    }
}
