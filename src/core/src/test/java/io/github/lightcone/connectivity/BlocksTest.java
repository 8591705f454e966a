package io.github.lightcone.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

    @ParameterizedTest
    @CsvSource({"0,4,1", "0,4,3", "1,4,3", "100,7,1", "100,7,3", "100,1000,3", "5,1,8"})
    void everyNumberOnce(int size, int blockSize, int threads) {
        AtomicIntegerArray visits = new AtomicIntegerArray(size + 1);
        Blocks.run(size, blockSize, threads, Progress.none(), () -> (first, end) -> {
            assertThat(end - first).isBetween(1, blockSize);
            for (int k = first; k < end; k++) {
                visits.incrementAndGet(k);
            }
        });
        for (int k = 0; k < size; k++) {
            assertThat(visits.get(k)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void theLowestFailureIsThrown(int threads) {
        for (int repeat = 0; repeat < 50; repeat++) {
            assertThatThrownBy(() -> Blocks.run(100, 1, threads, Progress.none(), () -> (first, end) -> {
                        if (first == 20) {
                            Thread.onSpinWait();
                        }
                        if (first >= 20) {
                            throw new IllegalArgumentException("block " + first);
                        }
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("block 20");
        }
    }

    @Test
    void errorsOfOtherThreadsArrive() {
        assertThatThrownBy(() -> Blocks.run(10, 1, 2, Progress.none(), () -> {
                    throw new OutOfMemoryError("no room");
                }))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("no room");
    }

    @Test
    void progressRisesToOneAndComesFromTheCaller() {
        List<Double> reports = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Progress progress = fraction -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            reports.add(fraction);
        };
        Blocks.run(40, 1, 2, progress.stage(0.5, 1), () -> (first, end) -> {});
        assertThat(reports).isSorted().last().isEqualTo(1.0);
        assertThat(reports).allMatch(fraction -> fraction > 0.5);
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        Blocks.run(10, 1, 3, Progress.none(), () -> (first, end) -> {});
        assertThat(Thread.interrupted()).isTrue();
    }
}
