package io.github.lightcone.data.image;

import io.github.lightcone.data.DataTarget;
import io.github.lightcone.data.Gzip;
import io.github.lightcone.fuzz.FuzzSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Images and labels in the format of MNIST, plain and compressed, of which one file is damaged. */
public final class IdxTarget implements DataTarget {

    private static final String IMAGES = "images";
    private static final String LABELS = "labels";
    private static final byte[] TWO_IMAGES = {
        0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, -1, 1, 2, -128, 51, 0, 0, 0, 0, 0, -2
    };
    private static final byte[] TWO_LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 9};

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public List<FuzzSeed> seeds(Path folder) throws IOException {
        Files.write(folder.resolve(IMAGES), TWO_IMAGES);
        Files.write(folder.resolve(LABELS), TWO_LABELS);
        return List.of(
                new FuzzSeed(IMAGES, TWO_IMAGES),
                new FuzzSeed(LABELS, TWO_LABELS),
                new FuzzSeed("images.gz", Gzip.of(TWO_IMAGES)),
                new FuzzSeed("labels.gz", Gzip.of(TWO_LABELS)));
    }

    @Override
    public void read(FuzzSeed seed, byte[] damaged, Path folder) throws IOException {
        boolean isImages = seed.name().startsWith(IMAGES);
        Path file = Files.write(folder.resolve("damaged-" + seed.name()), damaged);
        MnistImages images =
                MnistImages.read(isImages ? file : folder.resolve(IMAGES), isImages ? folder.resolve(LABELS) : file);
        images.dataset(PixelLatency.standard());
    }
}
