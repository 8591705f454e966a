package io.github.lightcone.data.catalogue;

import io.github.lightcone.data.catalogue.DataSource.Origin;
import java.util.List;
import java.util.stream.Collectors;

/** Every data set that the library can read or generate. */
public final class DataSources {

    private static final Origin OWN = new Origin("", "", "");

    private static final Origin FSDD = new Origin(
            "https://github.com/Jakobovski/free-spoken-digit-dataset",
            "CC BY-SA 4.0",
            "Z. Jackson et al., Free Spoken Digit Dataset, v1.0.8, 2018, doi 10.5281/zenodo.1342401");

    private static final Origin BRAILLE = new Origin(
            "https://zenodo.org/record/7050094",
            "CC BY 4.0",
            "S. F. Müller-Cleve et al., Braille letter reading: a benchmark for spatio-temporal pattern recognition on"
                    + " neuromorphic hardware, Frontiers in Neuroscience 16, 2022");

    private static final Origin HEIDELBERG = new Origin(
            "https://zenkelab.org/resources/spiking-heidelberg-datasets-shd/",
            "CC BY 4.0",
            "B. Cramer, Y. Stradmann, J. Schemmel, F. Zenke, The Heidelberg spiking data sets for the systematic"
                    + " evaluation of spiking neural networks, IEEE Transactions on Neural Networks and Learning"
                    + " Systems 33, 2022");

    private static final List<DataSource> ALL = List.of(
            DataSource.of(
                    "yin-yang",
                    "points of the yin-yang symbol as spike times, generated",
                    "4 channels, or 5 with a bias spike; 3 classes; 5000 + 1000 + 1000 examples",
                    new Origin(
                            "https://github.com/lkriener/yin_yang_data_set",
                            "MIT",
                            "L. Kriener, J. Göltz, M. A. Petrovici, The Yin-Yang dataset, NICE 2022")),
            DataSource.of(
                            "braille",
                            "Braille letters read by a tactile fingertip, as level crossings",
                            "24 channels (12 taxels, ON and OFF), 27 classes, 1350 examples",
                            BRAILLE)
                    .reading(ExpectedFile.of(
                            Checksum.sha256OfContents(
                                    "b416bafd28f59c9a24633dd12ccb95fd31505eb2879a14512c0de4417175fa09"),
                            "braille_events_theta1.csv.gz",
                            "braille_events_theta1.csv"))
                    .checkedBy(Readers::brailleEvents),
            DataSource.of(
                            "braille-samples",
                            "Braille letters read by a tactile fingertip, samples at 40 Hz",
                            "12 taxels, 27 classes, 1350 examples",
                            BRAILLE)
                    .reading(ExpectedFile.of(
                            Checksum.sha256OfContents(
                                    "28d422abd2e266c200f6bde168e36be228ec2a31314c28e25f83bc25d49111a5"),
                            "braille_raw_1350.csv.gz",
                            "braille_raw_1350.csv"))
                    .checkedBy(Readers::brailleSamples),
            DataSource.of(
                            "spoken-digits",
                            "spoken digits as spikes of a cochlea, made from the Free Spoken Digit Dataset",
                            "64 channels, 10 classes, 3000 examples of 6 speakers",
                            FSDD)
                    .reading(ExpectedFile.of(
                            Checksum.sha256OfContents(
                                    "6245f6addca838f622adb35429d70367ecd4dd34d4f16cb1c6bac10c3322eb98"),
                            "fsdd_gammatone64_spikes.bin.gz",
                            "fsdd_gammatone64_spikes.bin"))
                    .checkedBy(Readers::spokenDigits),
            DataSource.of(
                            "audio",
                            "recordings as WAV files, such as those of the Free Spoken Digit Dataset",
                            "channels as chosen; of FSDD 10 classes, 3000 examples of 6 speakers",
                            FSDD)
                    .checkedBy(Readers::wav),
            DataSource.of(
                            "mnist",
                            "handwritten digits, one spike a pixel",
                            "784 channels, 10 classes, 60,000 + 10,000 examples",
                            new Origin(
                                    "http://yann.lecun.com/exdb/mnist/",
                                    "usually given as CC BY-SA 3.0",
                                    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to"
                                            + " document recognition, Proceedings of the IEEE 86, 1998"))
                    .reading(
                            mnist(
                                    47_040_016,
                                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                                    "train-images",
                                    "idx3-ubyte"),
                            mnist(
                                    60_008,
                                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                                    "train-labels",
                                    "idx1-ubyte"),
                            mnist(
                                    7_840_016,
                                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                                    "t10k-images",
                                    "idx3-ubyte"),
                            mnist(
                                    10_008,
                                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                                    "t10k-labels",
                                    "idx1-ubyte"))
                    .checkedBy(Readers::mnist),
            DataSource.of(
                            "fashion-mnist",
                            "clothes in the format of MNIST, one spike a pixel",
                            "784 channels, 10 classes, 60,000 + 10,000 examples",
                            new Origin(
                                    "https://github.com/zalandoresearch/fashion-mnist",
                                    "MIT",
                                    "H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST: a novel image dataset for"
                                            + " benchmarking machine learning algorithms, arXiv 1708.07747, 2017"))
                    .downloadedAs(
                            ExpectedFile.of(
                                    Checksum.md5("8d4fb7e6c68d591d4c3dfef9ec88bf0d"), "train-images-idx3-ubyte.gz"),
                            ExpectedFile.of(
                                    Checksum.md5("25c81989df183df01b3e8a0aad5dffbe"), "train-labels-idx1-ubyte.gz"),
                            ExpectedFile.of(
                                    Checksum.md5("bef4ecab320f06d8554ea6380940ec79"), "t10k-images-idx3-ubyte.gz"),
                            ExpectedFile.of(
                                    Checksum.md5("bb300cfdad3c16e7a12a480ee83cd310"), "t10k-labels-idx1-ubyte.gz"))
                    .checkedBy(Readers::mnist),
            DataSource.of(
                            "shd",
                            "Spiking Heidelberg Digits: digits in English and German through an artificial cochlea",
                            "700 channels, 20 classes, 8156 + 2264 examples (older files 8332 + 2088)",
                            HEIDELBERG)
                    .reading(
                            ExpectedFile.of(
                                            268_826_085,
                                            Checksum.sha256OfContents(
                                                    "2bddb4bd46732f09982b7d1631b7c29c19853c73d3d240e3eb32bba909bdd6c1"),
                                            "shd_train.h5")
                                    .amongEditions(),
                            ExpectedFile.of(
                                            78_719_235,
                                            Checksum.sha256OfContents(
                                                    "47d8621a092cb483bea9448a93c0a3375a6726d370045090c2f7a77f70f95df3"),
                                            "shd_test.h5")
                                    .amongEditions())
                    .downloadedAs(
                            ExpectedFile.of(Checksum.md5("f3252aeb598ac776c1b526422d90eecb"), "shd_train.h5.zip"),
                            ExpectedFile.of(Checksum.md5("1503a5064faa34311c398fb0a1ed0a6f"), "shd_test.h5.zip"))
                    .checkedBy(Readers::shd),
            DataSource.of(
                            "ssc",
                            "Spiking Speech Commands: words through an artificial cochlea",
                            "700 channels, 35 classes, 75,466 + 9981 + 20,382 examples",
                            HEIDELBERG)
                    .reading(
                            ExpectedFile.named("ssc_train.h5"),
                            ExpectedFile.named("ssc_valid.h5"),
                            ExpectedFile.named("ssc_test.h5"))
                    .downloadedAs(
                            ExpectedFile.of(Checksum.md5("d102be95e7144fcc0553d1f45ba94170"), "ssc_train.h5.zip"),
                            ExpectedFile.of(Checksum.md5("b4eee3516a4a90dd0c71a6ac23a8ae43"), "ssc_valid.h5.zip"),
                            ExpectedFile.of(Checksum.md5("a35ff1e9cffdd02a20eb850c17c37748"), "ssc_test.h5.zip"))
                    .checkedBy(Readers::ssc),
            DataSource.of(
                            "n-mnist",
                            "handwritten digits before a moving event camera",
                            "2312 channels (34 x 34 pixels, two polarities), 10 classes, 60,000 + 10,000 examples",
                            new Origin(
                                    "https://www.garrickorchard.com/datasets/n-mnist",
                                    "",
                                    "G. Orchard, A. Jayawant, G. Cohen, N. Thakor, Converting static image datasets to"
                                            + " spiking neuromorphic datasets using saccades, Frontiers in"
                                            + " Neuroscience 9, 2015"))
                    .downloadedAs(
                            ExpectedFile.of(Checksum.md5("20959b8e626244a1b502305a9e6e2031"), "Train.zip"),
                            ExpectedFile.of(Checksum.md5("69ca8762b2fe404d9b9bad1103e97832"), "Test.zip"))
                    .checkedBy(Readers::nMnist),
            DataSource.of("csv", "your own events from a CSV file, one row an event", "as in the file", OWN)
                    .checkedBy(Readers::csv),
            DataSource.of("npz", "your own events from an archive of NumPy arrays", "as in the file", OWN)
                    .checkedBy(Readers::npz),
            DataSource.of(
                    "randman",
                    "spike times on smooth random manifolds, generated",
                    "channels, classes and examples as chosen",
                    new Origin(
                            "",
                            "",
                            "F. Zenke, T. P. Vogels, The remarkable robustness of surrogate gradient learning for"
                                    + " instilling complex function in spiking neural networks, Neural"
                                    + " Computation 33, 2021")),
            DataSource.of(
                    "delayed-xor",
                    "exclusive or of two inputs at different times, generated",
                    "channels and examples as chosen; 2 classes",
                    OWN),
            DataSource.of(
                    "interaural",
                    "the direction of a sound from the delay between two ears, generated",
                    "channels, classes and examples as chosen",
                    OWN));

    private DataSources() {}

    private static ExpectedFile mnist(long bytes, String sha256, String start, String end) {
        return ExpectedFile.of(
                bytes,
                Checksum.sha256OfContents(sha256),
                start + "-" + end,
                start + "." + end,
                start + "-" + end + ".gz",
                start + "." + end + ".gz");
    }

    /** Returns all of them. */
    public static List<DataSource> all() {
        return ALL;
    }

    /**
     * Returns the one of a name.
     *
     * @throws IllegalArgumentException naming those there are, if there is none
     */
    public static DataSource find(String name) {
        return ALL.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set '" + name + "' is not known; there are "
                        + ALL.stream().map(DataSource::name).collect(Collectors.joining(", "))));
    }
}
