package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lightcone.network.Network;
import io.github.lightcone.simulation.CompiledNetwork;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A test that is not over after 30 s has met a deadlock. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TeamTest {

    private static Team team(int size) {
        Network network = SmallTask.network(1, 1);
        CompiledNetwork compiled = CompiledNetwork.of(network);
        OutputLift lift = new OutputLift(network, new IncomingSynapses(network), 0);
        Objective objective = Objective.of(SmallTask.loss(network));
        return new Team(IntStream.range(0, size)
                .mapToObj(w -> new Worker(compiled, objective, SmallTask.END, false, lift, Double.NaN))
                .toList());
    }

    /** Waits until every worker of a team has a piece, so that each has exactly one. */
    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyPieceIsDoneOnceInEveryRound() {
        for (int size = 1; size <= 5; size++) {
            try (Team team = team(size)) {
                for (int pieces : new int[] {0, 1, 2, 7, 1000}) {
                    AtomicIntegerArray done = new AtomicIntegerArray(1000);
                    for (int round = 1; round <= 50; round++) {
                        team.run(pieces, (worker, piece) -> done.incrementAndGet(piece));
                        for (int piece = 0; piece < 1000; piece++) {
                            assertThat(done.get(piece)).isEqualTo(piece < pieces ? round : 0);
                        }
                    }
                }
            }
        }
    }

    @Test
    void workersWorkAtTheSameTimeAndNeverTwiceAtOnce() {
        try (Team team = team(4)) {
            CyclicBarrier barrier = new CyclicBarrier(4);
            Set<Worker> workers = ConcurrentHashMap.newKeySet();
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            team.run(4, (worker, piece) -> {
                workers.add(worker);
                threads.add(Thread.currentThread());
                meet(barrier);
            });
            assertThat(workers).hasSize(4);
            assertThat(threads).hasSize(4).contains(Thread.currentThread());
        }
    }

    /** Each worker has one piece; the one with the given piece fails, on whatever thread it is. */
    @Test
    void errorsOfAnyThreadReachTheCallerAndTheTeamGoesOn() {
        for (boolean onCaller : new boolean[] {true, false}) {
            try (Team team = team(3)) {
                Thread caller = Thread.currentThread();
                for (Throwable thrown : new Throwable[] {new IllegalStateException("a"), new AssertionError("b")}) {
                    CyclicBarrier barrier = new CyclicBarrier(3);
                    AtomicInteger failed = new AtomicInteger();
                    assertThatExceptionOfType(thrown.getClass())
                            .isThrownBy(() -> team.run(100, (worker, piece) -> {
                                if (piece < 3) {
                                    meet(barrier);
                                }
                                boolean mine = (Thread.currentThread() == caller) == onCaller;
                                if (mine && failed.getAndIncrement() == 0) {
                                    rethrow(thrown);
                                }
                            }))
                            .isSameAs(thrown);
                    AtomicInteger done = new AtomicInteger();
                    team.run(20, (worker, piece) -> done.incrementAndGet());
                    assertThat(done).hasValue(20);
                }
            }
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void whereAllFailOneFailureIsTold() {
        try (Team team = team(3)) {
            CyclicBarrier barrier = new CyclicBarrier(3);
            assertThatIllegalStateException()
                    .isThrownBy(() -> team.run(3, (worker, piece) -> {
                        meet(barrier);
                        throw new IllegalStateException("piece " + piece);
                    }))
                    .withMessageMatching("piece [012]");
        }
    }

    @Test
    void piecesAfterAFailureAreLeftOut() {
        try (Team team = team(1)) {
            AtomicInteger done = new AtomicInteger();
            assertThatIllegalStateException()
                    .isThrownBy(() -> team.run(10, (worker, piece) -> {
                        if (piece == 3) {
                            throw new IllegalStateException("3");
                        }
                        done.incrementAndGet();
                    }));
            assertThat(done).hasValue(3);
        }
    }

    /** The caller is interrupted while it waits for a helper that is not done before it waits. */
    @Test
    void anInterruptedCallerWaitsAndStaysInterrupted() {
        try (Team team = team(2)) {
            Thread caller = Thread.currentThread();
            CyclicBarrier barrier = new CyclicBarrier(2);
            AtomicInteger done = new AtomicInteger();
            team.run(2, (worker, piece) -> {
                meet(barrier);
                if (Thread.currentThread() == caller) {
                    caller.interrupt();
                } else {
                    while (caller.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                }
                done.incrementAndGet();
            });
            assertThat(done).hasValue(2);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aClosedTeamSaysSo() {
        Team team = team(2);
        team.close();
        team.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> team.run(1, (worker, piece) -> {}))
                .withMessage("the threads of this team have ended");
    }
}
