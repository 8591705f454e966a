package io.github.lightcone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.lightcone.learning.training.Trainer;
import io.github.lightcone.learning.training.TrainingListener;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Once warm, a step of training allocates nothing on any thread: forward and backward of each example, sum of gradients,
 * chain rule, penalties, optimiser and update. An epoch allocates its record, the counts of spikes and the evaluation.
 */
class TrainingAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_EPOCHS = 3;
    private static final int MEASURED_EPOCHS = 5;
    /** Where compilers come late because the machine has other work to do, steps are warm later. */
    private static final int MOST_EPOCHS = 40;

    @ParameterizedTest
    @EnumSource(TrainingTask.class)
    void stepsOnOneThreadAllocateNothing(TrainingTask task) {
        assertThat(new Epochs(task, 1, 20).run().afterFirst).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(TrainingTask.class)
    void stepsOnTwoThreadsAllocateNothing(TrainingTask task) {
        assertThat(new Epochs(task, 2, 20).run().afterFirst).containsOnly(0);
    }

    /** The end of an epoch has records and streams, whose bytes differ between virtual machines; its batches have none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theEndOfAnEpochAllocatesLittle(int threads) {
        assertThat(new Epochs(TrainingTask.EVERYTHING, threads, 40).run().ofEpoch)
                .isBetween(1L, 65_536L);
    }

    /** Measures epochs; of every figure the least, as now and then the virtual machine itself allocates. */
    private static final class Epochs implements TrainingListener {

        /** Of each batch but the first of an epoch, with which the epoch starts. */
        final long[] afterFirst;

        long ofEpoch = Long.MAX_VALUE;

        private final TrainingTask task;
        private final int threads;
        private final int batches;
        private long[] helpers;
        private long before;

        Epochs(TrainingTask task, int threads, int batches) {
            this.task = task;
            this.threads = threads;
            this.batches = batches;
            afterFirst = new long[batches - 1];
            Arrays.fill(afterFirst, Long.MAX_VALUE);
        }

        Epochs run() {
            try (Trainer trainer = new Trainer(task.experiment(threads, batches))) {
                helpers = Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("lightcone-training-"))
                        .mapToLong(Thread::getId)
                        .toArray();
                assertThat(helpers).hasSizeGreaterThanOrEqualTo(threads - 1);
                for (int k = 0; k < WARM_UP_EPOCHS; k++) {
                    trainer.runEpoch(new TrainingListener() {});
                }
                for (int k = 0; k < MEASURED_EPOCHS || (k < MOST_EPOCHS && !isWarm()); k++) {
                    long start = allocated();
                    before = start;
                    trainer.runEpoch(this);
                    ofEpoch = Math.min(ofEpoch, allocated() - start);
                }
                assertThat(trainer.history())
                        .allSatisfy(epoch ->
                                assertThat(epoch.training().hiddenSpikes()).isGreaterThan(0.5));
            }
            return this;
        }

        private boolean isWarm() {
            return Arrays.stream(afterFirst).allMatch(bytes -> bytes == 0);
        }

        @Override
        public void batchEnded(int epoch, int batch, int all) {
            long now = allocated();
            if (batch > 1) {
                afterFirst[batch - 2] = Math.min(afterFirst[batch - 2], now - before);
            }
            before = allocated();
        }

        private long allocated() {
            long sum = THREADS.getCurrentThreadAllocatedBytes();
            for (long helper : helpers) {
                sum += THREADS.getThreadAllocatedBytes(helper);
            }
            return sum;
        }
    }
}
