package io.github.lightcone.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lightcone.learning.training.Connections;
import io.github.lightcone.learning.training.EpochRecord;
import io.github.lightcone.learning.training.Evaluation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000;

    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong(5 * SECOND);

    private Progress progress(boolean terminal, int before) {
        return new Progress(new PrintWriter(text), terminal, 10, before, clock::get);
    }

    private static Evaluation evaluation(int examples, int correct, double loss) {
        return new Evaluation(examples, correct, loss, 0, 1.25, 2, 3, null);
    }

    private static EpochRecord epoch(int number, Optional<Evaluation> validation) {
        return new EpochRecord(
                number,
                evaluation(100, 75, 0.5),
                validation,
                0,
                3,
                5,
                0,
                0,
                7,
                1,
                0,
                6.5,
                new Connections(200, 50, 1, 2));
    }

    @Test
    void plainLinesWhenNobodyCanSeeThemChange() {
        Progress progress = progress(false, 0);
        clock.addAndGet(20 * SECOND);
        progress.batchEnded(2, 5, 10);
        progress.epochEnded(epoch(2, Optional.of(evaluation(10, 8, 0.4))));
        assertThat(text.toString())
                .isEqualToNormalizingNewlines(
                        "epoch 2/10  loss 0.5000  training 75.00 %  validation 80.00 %  spikes 1.25  silent 2"
                                + "  silent-correct 3  lifted 3  regularised 5  clamped 7  clipped 1  density 0.2500  1:20 left\n");
        assertThat(progress.seconds()).isEqualTo(20);
    }

    @Test
    void aLongFirstEpochIsReportedEverMoreRarely() {
        Progress progress = progress(false, 0);
        for (int batch = 1; batch <= 100; batch++) {
            clock.addAndGet(SECOND);
            progress.batchEnded(1, batch, 200);
        }
        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                        epoch 1/10  batch 10/200  33:10 left
                        epoch 1/10  batch 20/200  33:00 left
                        epoch 1/10  batch 40/200  32:40 left
                        epoch 1/10  batch 80/200  32:00 left
                        """);
    }

    @Test
    void whatIsLeftIsReckonedFromTheEpochsOfThisStart() {
        Progress progress = progress(false, 6);
        clock.addAndGet(20 * SECOND);
        progress.epochEnded(epoch(8, Optional.empty()));
        assertThat(text.toString()).startsWith("epoch 8/10 ").contains("  0:20 left");
    }

    @Test
    void aTerminalLineIsRewrittenButNotTooOften() {
        Progress progress = progress(true, 0);
        clock.addAndGet(3 * SECOND);
        progress.batchEnded(1, 5, 10);
        clock.addAndGet(SECOND / 100);
        progress.batchEnded(1, 6, 10);
        assertThat(text.toString()).isEqualTo("\repoch 1/10  batch 5/10  0:57 left\u001b[K");
        progress.epochEnded(epoch(1, Optional.empty()));
        assertThat(text.toString()).contains("\repoch 1/10  loss").doesNotContain("validation");
    }
}
