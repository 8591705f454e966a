package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.audio.AudioFolder;
import io.github.lightcone.data.audio.Cochlea;
import io.github.lightcone.data.audio.CochleaSettings;
import io.github.lightcone.data.audio.SpokenDigits;
import io.github.lightcone.data.audio.WavReader;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.data.image.MnistImages;
import io.github.lightcone.data.image.PixelLatency;
import io.github.lightcone.data.neuromorphic.HeidelbergFile;
import io.github.lightcone.data.neuromorphic.HeidelbergSet;
import io.github.lightcone.data.neuromorphic.NMnist;
import io.github.lightcone.data.table.CsvEvents;
import io.github.lightcone.data.table.NpzEvents;
import io.github.lightcone.data.table.TableSettings;
import io.github.lightcone.data.touch.BrailleRecordings;
import io.github.lightcone.data.touch.BrailleSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads copies of the data sets, large ones in pieces. */
final class Readers {

    /** Examples of a piece. */
    private static final int PIECE = 1024;

    /** Loudness that recordings are brought to. */
    private static final double LEVEL = 0.1;

    private Readers() {}

    static void mnist(Path folder, DataReport report) throws IOException {
        for (Split split : List.of(Split.TRAIN, Split.TEST)) {
            MnistImages images = MnistImages.read(folder, split);
            inPieces(split, images.size(), report, (from, to) -> images.dataset(PixelLatency.standard(), from, to));
        }
        report.note("events: pixel p above 1 at (1 - p / 255) 20 ms");
    }

    static void shd(Path folder, DataReport report) throws IOException {
        heidelberg(folder, HeidelbergSet.SHD, List.of(Split.TRAIN, Split.TEST), report);
    }

    static void ssc(Path folder, DataReport report) throws IOException {
        heidelberg(folder, HeidelbergSet.SSC, List.of(Split.TRAIN, Split.VALIDATION, Split.TEST), report);
    }

    private static void heidelberg(Path folder, HeidelbergSet set, List<Split> splits, DataReport report)
            throws IOException {
        for (Split split : splits) {
            try (HeidelbergFile file = HeidelbergFile.open(folder, set, split)) {
                inPieces(split, file.size(), report, (from, to) -> file.dataset(i -> i >= from && i < to));
                report.note(split + ": " + file.edition());
            }
        }
    }

    static void brailleEvents(Path path, DataReport report) throws IOException {
        braille(BrailleRecordings.read(path), report);
    }

    static void brailleSamples(Path path, DataReport report) throws IOException {
        BrailleSamples samples = BrailleSamples.read(path);
        braille(samples.events(1), report);
        report.note(samples.sampleCount() + " samples of 12 taxels; events: level crossings at a threshold of 1");
    }

    private static void braille(BrailleRecordings recordings, DataReport report) {
        report.add("all", recordings.dataset());
    }

    static void spokenDigits(Path path, DataReport report) throws IOException {
        EventDataset recordings = SpokenDigits.read(path);
        report.add("train", SpokenDigits.training(recordings));
        report.add("test", SpokenDigits.test(recordings));
    }

    static void wav(Path folder, DataReport report) throws IOException {
        AudioFolder audio = new AudioFolder(WavReader.mean(), new Cochlea(CochleaSettings.defaults()));
        report.add("all", audio.atLevel(LEVEL).readByFileName(folder));
        report.note("events of the default cochlea; labels from file names");
    }

    static void nMnist(Path folder, DataReport report) throws IOException {
        for (Split split : List.of(Split.TRAIN, Split.TEST)) {
            NMnist found = NMnist.find(folder, split);
            inPieces(split, found.size(), report, (from, to) -> found.dataset(i -> i >= from && i < to));
            int published = split == Split.TRAIN ? 60_000 : 10_000;
            report.note(split + ": " + found.size() + " examples, "
                    + (found.size() == published ? "as published" : published + " were published"));
        }
    }

    static void csv(Path path, DataReport report) throws IOException {
        report.add("events", CsvEvents.read(path, TableSettings.inferred()));
    }

    static void npz(Path path, DataReport report) throws IOException {
        report.add("events", NpzEvents.read(path, TableSettings.inferred()));
    }

    /** Reads examples {@code from} to {@code to - 1}. */
    private interface Piece {
        EventDataset read(int from, int to) throws IOException;
    }

    private static void inPieces(Split split, int examples, DataReport report, Piece piece) throws IOException {
        for (int from = 0; from < examples; from += PIECE) {
            int to = Math.min(examples, from + PIECE);
            report.add(split.toString(), piece.read(from, to));
            report.progress(split.toString(), (double) to / examples);
        }
    }
}
