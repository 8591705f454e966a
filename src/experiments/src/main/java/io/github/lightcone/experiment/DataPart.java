package io.github.lightcone.experiment;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.data.audio.AudioFolder;
import io.github.lightcone.data.audio.Cochlea;
import io.github.lightcone.data.audio.CochleaSettings;
import io.github.lightcone.data.audio.SpokenDigits;
import io.github.lightcone.data.audio.WavReader;
import io.github.lightcone.data.encoding.LatencyEncoding;
import io.github.lightcone.data.file.Split;
import io.github.lightcone.data.image.MnistImages;
import io.github.lightcone.data.image.PixelLatency;
import io.github.lightcone.data.neuromorphic.HeidelbergFile;
import io.github.lightcone.data.neuromorphic.HeidelbergSet;
import io.github.lightcone.data.neuromorphic.NMnist;
import io.github.lightcone.data.synthetic.DelayedXor;
import io.github.lightcone.data.synthetic.DelayedXorSettings;
import io.github.lightcone.data.synthetic.InterauralDelays;
import io.github.lightcone.data.synthetic.InterauralSettings;
import io.github.lightcone.data.synthetic.Randman;
import io.github.lightcone.data.synthetic.RandmanSettings;
import io.github.lightcone.data.synthetic.YinYang;
import io.github.lightcone.data.table.CsvEvents;
import io.github.lightcone.data.table.NpzEvents;
import io.github.lightcone.data.table.TableSettings;
import io.github.lightcone.data.touch.BrailleRecordings;
import io.github.lightcone.data.touch.BrailleSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The {@code data} of an experiment: read or generated, split, and brought to the time of the network.
 *
 * <p>Sets that are published in parts keep them; of others {@code test} and {@code validation} say which examples
 * are held out. The channels that are kept are chosen on training data alone.
 */
final class DataPart {

    private static final List<String> SOURCES = List.of(
            "yin-yang",
            "braille",
            "braille-samples",
            "spoken-digits",
            "audio",
            "mnist",
            "shd",
            "ssc",
            "n-mnist",
            "csv",
            "npz",
            "randman",
            "delayed-xor",
            "interaural");

    private final Section section;
    private final Path base;
    private final Optional<Path> given;
    private final long seed;
    private final double end;
    private boolean isRead;

    /**
     * Reads the part of the file; {@link #load} reads the data.
     *
     * @param base folder that relative paths start from
     * @param given where the data are, instead of what the file says
     */
    DataPart(Section section, Path base, Optional<Path> given, long seed, double end) {
        this.section = section;
        this.base = base;
        this.given = given;
        this.seed = seed;
        this.end = end;
    }

    DataSplits load() throws IOException {
        String source = section.choice("source", SOURCES);
        DataSplits splits = read(source);
        double timeScale = section.positive("timeScale", 1);
        boolean activeOnly = section.truth("activeChannelsOnly", false);
        int first = section.integer("first", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (given.isPresent() && !isRead) {
            throw section.error("source", "is generated and takes no data from elsewhere");
        }
        section.rejectOthers();
        EventDataset training = inTime(splits.training(), timeScale);
        UnaryOperator<EventDataset> kept =
                activeOnly ? onChannels(training.activeChannels()) : UnaryOperator.identity();
        Optional<EventDataset> validation = splits.validation().map(data -> inTime(data, timeScale));
        Optional<EventDataset> test = splits.test().map(data -> inTime(data, timeScale));
        long late = spikes(splits.training(), splits.validation(), splits.test()) - spikes(training, validation, test);
        return new DataSplits(kept.apply(training.first(first)), validation.map(kept), test.map(kept), late);
    }

    private static long spikes(EventDataset training, Optional<EventDataset> validation, Optional<EventDataset> test) {
        return training.spikeCount()
                + validation.map(EventDataset::spikeCount).orElse(0L)
                + test.map(EventDataset::spikeCount).orElse(0L);
    }

    private EventDataset inTime(EventDataset data, double timeScale) {
        return (timeScale == 1 ? data : data.scaledTime(timeScale)).before(end);
    }

    private static UnaryOperator<EventDataset> onChannels(int... channels) {
        return data -> data.onChannels(channels);
    }

    private DataSplits read(String source) throws IOException {
        try {
            return switch (source) {
                case "yin-yang" -> yinYang();
                case "braille" ->
                    split((section.truth("subset", false)
                                    ? BrailleRecordings.readSubset(path())
                                    : BrailleRecordings.read(path()))
                            .dataset());
                case "braille-samples" ->
                    split(BrailleSamples.read(path())
                            .events(section.positive("threshold", 1))
                            .dataset());
                case "spoken-digits" -> split(SpokenDigits.read(path()));
                case "audio" -> split(audio());
                case "mnist" -> mnist();
                case "shd" -> heidelberg(HeidelbergSet.SHD, false);
                case "ssc" -> heidelberg(HeidelbergSet.SSC, true);
                case "n-mnist" -> nMnist();
                case "csv" -> split(CsvEvents.read(path(), table()));
                case "npz" -> split(NpzEvents.read(path(), table()));
                case "randman" -> randman();
                case "delayed-xor" -> delayedXor();
                default -> interaural();
            };
        } catch (ExperimentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw section.error(e);
        }
    }

    /** Returns where the data are. */
    private Path path() throws IOException {
        isRead = true;
        boolean named = section.has("path");
        Path path = given.orElseGet(() -> named ? base.resolve(section.text("path")) : null);
        if (path == null) {
            throw section.error("path is missing: say where the data are, in the file or by --data");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there are no data");
        }
        return path;
    }

    private DataSplits yinYang() {
        double latest = section.positive("latest", 30);
        LatencyEncoding encoding = LatencyEncoding.between(0, latest).withBias(section.nonNegative("bias", 0));
        int size = section.integer("size", 1, 10_000_000, 5000);
        return DataSplits.of(
                YinYang.generate(size, YinYang.TRAINING_SEED).encode(encoding),
                Optional.of(YinYang.validation().encode(encoding)),
                Optional.of(YinYang.test().encode(encoding)));
    }

    private EventDataset audio() throws IOException {
        Path folder = path();
        int channels = section.integer("channels", 1, 4096, 64);
        AudioFolder audio = new AudioFolder(
                        WavReader.mean(), new Cochlea(CochleaSettings.defaults().withChannels(channels)))
                .atLevel(section.positive("level", 0.1));
        return section.has("labels")
                        && section.choice("labels", List.of("file-name", "folder"))
                                .equals("folder")
                ? audio.readBySubfolder(folder)
                : audio.readByFileName(folder);
    }

    private DataSplits mnist() throws IOException {
        Path folder = path();
        PixelLatency encoding =
                new PixelLatency(section.integer("threshold", 0, 254, 1), section.positive("latest", 20));
        EventDataset training = MnistImages.read(folder, Split.TRAIN).dataset(encoding);
        EventDataset test = MnistImages.read(folder, Split.TEST).dataset(encoding);
        return withValidation(training, Optional.of(test));
    }

    private DataSplits heidelberg(HeidelbergSet set, boolean validated) throws IOException {
        Path folder = path();
        EventDataset training = heidelberg(folder, set, Split.TRAIN);
        EventDataset test = heidelberg(folder, set, Split.TEST);
        return validated
                ? DataSplits.of(training, Optional.of(heidelberg(folder, set, Split.VALIDATION)), Optional.of(test))
                : withValidation(training, Optional.of(test));
    }

    private static EventDataset heidelberg(Path folder, HeidelbergSet set, Split split) throws IOException {
        try (HeidelbergFile file = HeidelbergFile.open(folder, set, split)) {
            return file.dataset();
        }
    }

    private DataSplits nMnist() throws IOException {
        Path folder = path();
        return withValidation(
                NMnist.find(folder, Split.TRAIN).dataset(example -> true),
                Optional.of(NMnist.find(folder, Split.TEST).dataset(example -> true)));
    }

    private TableSettings table() {
        TableSettings settings = TableSettings.inferred();
        if (section.has("channels")) {
            settings = settings.withChannels(section.integer("channels", 1, Integer.MAX_VALUE));
        }
        return section.has("classNames") ? settings.withClassNames(section.words("classNames")) : settings;
    }

    private DataSplits randman() {
        RandmanSettings defaults = RandmanSettings.defaults();
        RandmanSettings settings = new RandmanSettings(
                section.integer("classes", 2, 1000, defaults.classes()),
                section.integer("channels", 1, 100_000, defaults.channels()),
                section.integer("dimension", 1, 100, defaults.dimension()),
                section.positive("alpha", defaults.alpha()),
                defaults.spectrum(),
                section.positive("latest", defaults.duration()));
        int size = section.integer("size", 2, 10_000_000, 2000);
        return split(Randman.generate(settings, size, seed));
    }

    private DataSplits delayedXor() {
        DelayedXorSettings defaults = DelayedXorSettings.defaults();
        DelayedXorSettings settings = new DelayedXorSettings(
                section.integer("channels", 1, 100_000, defaults.channels()),
                section.nonNegative("firstPulse", defaults.first()),
                section.positive("delay", defaults.delay()),
                section.nonNegative("jitter", defaults.jitter()));
        int size = section.integer("size", 4, 10_000_000, 1000);
        return split(DelayedXor.generate(settings, size, seed));
    }

    private DataSplits interaural() {
        InterauralSettings defaults = InterauralSettings.defaults();
        InterauralSettings settings = new InterauralSettings(
                section.integer("fibres", 1, 100_000, defaults.fibres()),
                section.integer("classes", 2, 1000, defaults.classes()),
                section.positive("largestDelay", defaults.largestDelay()),
                section.positive("period", defaults.period()),
                section.integer("cycles", 1, 100_000, defaults.cycles()),
                section.nonNegative("jitter", defaults.jitter()),
                section.positive("reliability", defaults.reliability()),
                section.positive("slowerBy", defaults.timeScale()));
        int size = section.integer("size", 4, 10_000_000, 2000);
        return split(InterauralDelays.generate(settings, size, seed));
    }

    private DataSplits split(EventDataset all) {
        if (!section.has("test")) {
            return withValidation(all, Optional.empty());
        }
        HeldOut test = HeldOut.of(section, "test");
        boolean[] out = test.choose(all, seed, 1);
        return withValidation(all.select(k -> !out[k]), Optional.of(all.select(k -> out[k])));
    }

    private DataSplits withValidation(EventDataset training, Optional<EventDataset> test) {
        if (!section.has("validation")) {
            return DataSplits.of(training, Optional.empty(), test);
        }
        boolean[] out = HeldOut.of(section, "validation").choose(training, seed, 2);
        return DataSplits.of(training.select(k -> !out[k]), Optional.of(training.select(k -> out[k])), test);
    }
}
