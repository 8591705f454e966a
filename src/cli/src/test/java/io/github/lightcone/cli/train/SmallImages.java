package io.github.lightcone.cli.train;

import io.github.lightcone.random.SeededRandom;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Images of 4 x 5 pixels in the format of MNIST, 120 to train on and 30 to test: two bright pixels tell the class. */
public final class SmallImages {

    private SmallImages() {}

    /** Writes the four files into a folder. */
    public static void write(Path folder) throws IOException {
        SeededRandom random = new SeededRandom(6);
        write(folder, random, "train", 120);
        write(folder, random, "t10k", 30);
    }

    private static void write(Path folder, SeededRandom random, String part, int size) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(16 + 20 * size);
        pixels.putInt(0x803).putInt(size).putInt(4).putInt(5);
        ByteBuffer labels = ByteBuffer.allocate(8 + size);
        labels.putInt(0x801).putInt(size);
        for (int k = 0; k < size; k++) {
            int label = random.nextInt(10);
            labels.put((byte) label);
            for (int i = 0; i < 20; i++) {
                pixels.put((byte) (i / 2 == label ? 100 + random.nextInt(150) : random.nextInt(3)));
            }
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels.array());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
}
