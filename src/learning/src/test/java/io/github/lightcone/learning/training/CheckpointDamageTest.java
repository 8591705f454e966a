package io.github.lightcone.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Checkpoints that are cut off, damaged or made up: an error that says so, and a trainer that stays as it is. */
class CheckpointDamageTest {

    private static final TrainingListener SILENT = new TrainingListener() {};

    /** Bytes before the content, a line and a length, and after it, the check sum. */
    private static final int HEAD = "lightcone checkpoint 2\n".length() + Integer.BYTES;

    private static final int TAIL = Long.BYTES;

    private static byte[] checkpoint() throws IOException {
        try (Trainer trainer = new Trainer(FullTask.experiment(1))) {
            trainer.runEpoch(SILENT);
            return trainer.checkpoint();
        }
    }

    private static void assertRefused(Trainer trainer, byte[] damaged, String what) {
        Throwable thrown = catchThrowable(() -> trainer.restore(damaged));
        assertThat(thrown).as(what).isInstanceOfAny(IOException.class, IllegalArgumentException.class);
        assertThat(thrown).as(what).hasMessageContaining("checkpoint");
        assertThat(trainer.epochsDone()).as(what).isZero();
    }

    @Test
    void everyTruncationIsAnError() throws IOException {
        byte[] whole = checkpoint();
        try (Trainer trainer = new Trainer(FullTask.experiment(1))) {
            for (int length = 0; length < whole.length; length++) {
                assertRefused(trainer, Arrays.copyOf(whole, length), "first " + length + " bytes");
            }
            assertRefused(trainer, Arrays.copyOf(whole, whole.length + 1), "a byte too many");
            trainer.restore(whole);
            assertThat(trainer.checkpoint()).as("after all that, the whole one").isEqualTo(whole);
        }
    }

    @Test
    void everyDamagedByteIsAnError() throws IOException {
        byte[] whole = checkpoint();
        SplittableRandom random = new SplittableRandom(31);
        try (Trainer trainer = new Trainer(FullTask.experiment(1))) {
            for (int k = 0; k < 2000; k++) {
                byte[] damaged = whole.clone();
                int at = random.nextInt(damaged.length);
                damaged[at] ^= (byte) random.nextInt(1, 256);
                assertRefused(trainer, damaged, "byte " + at + " made " + damaged[at]);
            }
        }
    }

    private static byte[] framed(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return ByteBuffer.allocate(HEAD + content.length + TAIL)
                .put("lightcone checkpoint 2\n".getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .putLong(sum.getValue())
                .array();
    }

    /** With a check sum that fits, any content is read to its end or refused, within the memory it takes itself. */
    @Test
    void contentsThatFitTheirCheckSumAreReadOrRefused() throws IOException {
        byte[] whole = checkpoint();
        byte[] content = Arrays.copyOfRange(whole, HEAD, whole.length - TAIL);
        assertThat(framed(content)).as("this is the frame").isEqualTo(whole);
        SplittableRandom random = new SplittableRandom(32);
        int refused = 0;
        for (int k = 0; k < 2000; k++) {
            byte[] changed = Arrays.copyOf(content, k % 2 == 0 ? content.length : random.nextInt(content.length));
            for (int flips = random.nextInt(4); flips > 0 && changed.length > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> Checkpoint.fromBytes(framed(changed)));
            if (thrown != null) {
                refused++;
                assertThat(thrown).isInstanceOf(IOException.class).hasMessageContaining("checkpoint is damaged");
            }
        }
        assertThat(refused).isBetween(1000, 1999);
    }

    @Test
    void hugeSizesAreRefusedBeforeMemoryIsTaken() {
        for (int size : new int[] {Integer.MAX_VALUE, 1 << 28, 1 << 20, -1, Integer.MIN_VALUE}) {
            byte[] content = ByteBuffer.allocate(40).putInt(size).array();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Checkpoint.fromBytes(framed(content)))
                    .withMessage("the checkpoint is damaged: it says that " + size
                            + " things of 4 bytes follow, in 36 bytes");
        }
    }

    @Test
    void otherFilesAreNoCheckpoints() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Checkpoint.fromBytes(new byte[1000]))
                .withMessage("no checkpoint of this version of Lightcone: it does not begin with"
                        + " 'lightcone checkpoint 2'");
    }
}
