package io.github.lightcone.data.audio;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.MalformedDataException;
import io.github.lightcone.event.SpikeTrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Free Spoken Digit Dataset as spikes: 3000 recordings of the digits 0 to 9 by six speakers, fifty of each,
 * passed through a gammatone cochlea of {@value #CHANNELS} channels with LIF hair cells. The class is the
 * digit, the group the speaker, the take the number of the recording, and times are those of the recordings,
 * in ms.
 *
 * <p>Z. Jackson et al., Free Spoken Digit Dataset, <a
 * href="https://doi.org/10.5281/zenodo.1342401">doi:10.5281/zenodo.1342401</a>. The file, plain or compressed
 * by gzip, holds big-endian numbers: the integers 0x46534431, 3000 and 64; for each recording a byte each for
 * digit, speaker and number, the integers samples and spikes; for each spike 16 bits of time, in samples at 8
 * kHz, and 8 bits of channel.
 */
public final class SpokenDigits {

    /** The speakers, in the order of their numbers in the file. */
    public static final List<String> SPEAKERS = List.of("george", "jackson", "lucas", "nicolas", "theo", "yweweler");
    /** Number of channels, from low to high frequency. */
    public static final int CHANNELS = 64;
    /** Number of recordings. */
    public static final int RECORDINGS = 3000;
    /** Recordings of a digit by a speaker. */
    public static final int TAKES = 50;

    /** Takes below this are the test set of the authors. */
    private static final int FIRST_TRAINING_TAKE = 5;

    private static final int MAGIC = 0x46534431;
    private static final int DIGITS = 10;
    private static final double SAMPLES_PER_MS = 8;
    /** Times have 16 bits. */
    private static final int MOST_SAMPLES = 1 << 16;
    /** Bounds the memory that a damaged file can ask for; the recordings have at most 1585. */
    private static final int MOST_SPIKES = 1 << 13;

    private static final List<String> FILE_NAMES =
            List.of("fsdd_gammatone64_spikes.bin.gz", "fsdd_gammatone64_spikes.bin");

    private SpokenDigits() {}

    /**
     * Reads all recordings.
     *
     * @param path the file, or a folder that holds it as {@code fsdd_gammatone64_spikes.bin.gz} or {@code .bin}
     * @throws MalformedDataException naming the byte and value that are wrong
     * @throws NoSuchFileException if there is no such file
     */
    public static EventDataset read(Path path) throws IOException {
        try (CountedInput in = new CountedInput(locate(path))) {
            require(in, "magic number", MAGIC);
            require(in, "number of recordings", RECORDINGS);
            require(in, "number of channels", CHANNELS);
            EventDataset.Builder data = EventDataset.builder(
                    CHANNELS,
                    IntStream.range(0, DIGITS).mapToObj(Integer::toString).toList());
            boolean[] seen = new boolean[RECORDINGS];
            for (int i = 0; i < RECORDINGS; i++) {
                readRecording(in, data, seen);
            }
            if (in.readOrEnd() >= 0) {
                throw in.malformed(
                        in.position() - 1, "more data, must end after the last of " + RECORDINGS + " recordings");
            }
            return data.build();
        }
    }

    private static Path locate(Path path) throws NoSuchFileException {
        if (!Files.isDirectory(path)) {
            return path;
        }
        for (String name : FILE_NAMES) {
            Path file = path.resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new NoSuchFileException(path.toString(), null, "the folder holds none of " + FILE_NAMES);
    }

    private static void require(CountedInput in, String what, int expected) throws IOException {
        long at = in.position();
        int found = in.readInt(what);
        if (found != expected) {
            throw in.malformed(at, what + " " + found + ", must be " + expected);
        }
    }

    private static void readRecording(CountedInput in, EventDataset.Builder data, boolean[] seen) throws IOException {
        long at = in.position();
        int digit = readBelow(in, "digit", DIGITS);
        int speaker = readBelow(in, "speaker", SPEAKERS.size());
        int take = readBelow(in, "number of the recording", TAKES);
        int recording = (digit * SPEAKERS.size() + speaker) * TAKES + take;
        if (seen[recording]) {
            throw in.malformed(
                    at,
                    "recording " + take + " of digit " + digit + " by " + SPEAKERS.get(speaker) + " is there twice");
        }
        seen[recording] = true;
        int samples = readCount(in, "number of samples", MOST_SAMPLES);
        int spikes = readCount(in, "number of spikes", MOST_SPIKES);
        data.add(readSpikes(in, samples, spikes), digit, SPEAKERS.get(speaker), take);
    }

    private static SpikeTrains readSpikes(CountedInput in, int samples, int spikes) throws IOException {
        SpikeTrains.Builder trains = SpikeTrains.builder();
        int last = 0;
        for (int k = 0; k < spikes; k++) {
            long at = in.position();
            int sample = in.readShort("the time of a spike");
            if (sample < last || sample >= samples) {
                throw in.malformed(at, "spike at sample " + sample + ", must be from " + last + " to " + (samples - 1));
            }
            last = sample;
            trains.add(readBelow(in, "channel", CHANNELS), sample / SAMPLES_PER_MS);
        }
        return trains.build();
    }

    private static int readBelow(CountedInput in, String what, int bound) throws IOException {
        long at = in.position();
        int found = in.readByte(what);
        if (found >= bound) {
            throw in.malformed(at, what + " " + found + ", must be below " + bound);
        }
        return found;
    }

    private static int readCount(CountedInput in, String what, int most) throws IOException {
        long at = in.position();
        int found = in.readInt(what);
        if (found < 0 || found > most) {
            throw in.malformed(at, what + " " + found + ", must be from 0 to " + most);
        }
        return found;
    }

    /** Returns the test set of the authors: takes 0 to 4. */
    public static EventDataset test(EventDataset recordings) {
        return recordings.select(i -> recordings.take(i) < FIRST_TRAINING_TAKE);
    }

    /** Returns the training set of the authors: takes from 5 on. */
    public static EventDataset training(EventDataset recordings) {
        return recordings.select(i -> recordings.take(i) >= FIRST_TRAINING_TAKE);
    }

    /**
     * Returns the recordings of one speaker, to test on after training on those of {@link #withoutSpeaker}.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static EventDataset ofSpeaker(EventDataset recordings, String speaker) {
        requireSpeaker(recordings, speaker);
        return recordings.select(i -> recordings.group(i).equals(speaker));
    }

    /**
     * Returns the recordings of all speakers but one.
     *
     * @throws IllegalArgumentException if there are none of that speaker, or of no other
     */
    public static EventDataset withoutSpeaker(EventDataset recordings, String speaker) {
        requireSpeaker(recordings, speaker);
        return recordings.select(i -> !recordings.group(i).equals(speaker));
    }

    private static void requireSpeaker(EventDataset recordings, String speaker) {
        if (!recordings.groups().contains(speaker)) {
            throw new IllegalArgumentException("speaker '" + speaker + "', must be one of " + recordings.groups());
        }
    }
}
