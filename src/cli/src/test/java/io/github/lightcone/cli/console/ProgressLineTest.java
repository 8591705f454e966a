package io.github.lightcone.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000;

    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong(-7);
    private final ProgressLine line = new ProgressLine("running", new PrintWriter(text), clock::get);

    @Test
    void shortWorkLeavesNoTrace() {
        clock.addAndGet(SECOND - 1);
        line.done(0.9);
        line.close();
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void longWorkHasALineThatIsRewrittenButNotTooOftenAndWipedAtTheEnd() {
        clock.addAndGet(SECOND);
        line.done(0);
        assertThat(text.toString()).isEmpty();
        clock.addAndGet(29 * SECOND);
        line.done(0.25);
        String quarter = "\rrunning     25.0 %  0:30 elapsed  1:30 left\u001b[K";
        assertThat(text.toString()).isEqualTo(quarter);
        clock.addAndGet(SECOND / 100);
        line.done(0.26);
        assertThat(text.toString()).isEqualTo(quarter);
        clock.addAndGet(30 * SECOND);
        line.done(0.5);
        assertThat(text.toString()).endsWith("\rrunning     50.0 %  1:00 elapsed  1:00 left\u001b[K");
        line.close();
        assertThat(text.toString()).endsWith("left\u001b[K\r\u001b[K");
    }
}
