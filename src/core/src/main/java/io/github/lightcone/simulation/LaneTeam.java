package io.github.lightcone.simulation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Threads that run the lanes of one network through a step at the same time; the calling thread is the
 * first of them. Between steps they spin briefly, then park, so that a busy machine is not held up.
 */
final class LaneTeam implements AutoCloseable {

    private static final int SPINS = 2_000;

    private final Lane[] lanes;
    private final Consumer<Lane> work;
    private final Helper[] helpers;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final Thread caller = Thread.currentThread();
    private volatile int step;
    private volatile boolean callerParked;
    private volatile boolean closed;
    private volatile Throwable failure;

    /**
     * Starts the helpers.
     *
     * @param threads number of threads, the calling one included
     * @param work what a step does to a lane
     */
    LaneTeam(Lane[] lanes, int threads, Consumer<Lane> work) {
        this.lanes = lanes;
        this.work = work;
        helpers = new Helper[Math.min(threads, lanes.length) - 1];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Helper(k + 1);
            helpers[k].start();
        }
    }

    /** Runs every lane through a step; returns when all are through. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the calling thread writes it
    void step() {
        unfinished.set(helpers.length);
        int next = step + 1;
        step = next;
        for (Helper helper : helpers) {
            if (helper.parked) {
                LockSupport.unpark(helper);
            }
        }
        try {
            run(0);
        } finally {
            awaitHelpers();
        }
        if (failure != null) {
            throw new IllegalStateException("a thread of the simulation failed", failure);
        }
    }

    private void awaitHelpers() {
        for (int spin = 0; unfinished.get() > 0; spin++) {
            if (spin < SPINS) {
                Thread.onSpinWait();
            } else {
                callerParked = true;
                if (unfinished.get() > 0) {
                    LockSupport.park(this);
                }
                callerParked = false;
            }
        }
    }

    private void run(int first) {
        for (int lane = first; lane < lanes.length; lane += helpers.length + 1) {
            work.accept(lanes[lane]);
        }
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private final class Helper extends Thread {

        private final int first;
        private volatile boolean parked;

        Helper(int first) {
            super("lightcone-lane-" + first);
            this.first = first;
            setDaemon(true);
        }

        @Override
        public void run() {
            for (int seen = 0; awaitStep(seen); seen++) {
                try {
                    LaneTeam.this.run(first);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                if (unfinished.decrementAndGet() == 0 && callerParked) {
                    LockSupport.unpark(caller);
                }
            }
        }

        private boolean awaitStep(int seen) {
            for (int spin = 0; step == seen; spin++) {
                if (closed) {
                    return false;
                }
                if (spin < SPINS) {
                    Thread.onSpinWait();
                } else {
                    parked = true;
                    if (step == seen && !closed) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            }
            return !closed;
        }
    }
}
