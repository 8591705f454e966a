package io.github.lightcone.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lightcone.data.EventDataset;
import io.github.lightcone.event.SpikeTrains;
import io.github.lightcone.random.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandmanTest {

    private static double[] times(SpikeTrains spikes, int channels) {
        double[] times = new double[channels];
        for (int k = 0; k < spikes.size(); k++) {
            times[spikes.neuron(k)] = spikes.time(k);
        }
        return times;
    }

    /** The series, added up apart from the numbers of the stream. */
    @ParameterizedTest
    @EnumSource(Spectrum.class)
    void aManifoldIsItsSeries(Spectrum spectrum) {
        RandmanSettings settings = new RandmanSettings(2, 3, 2, 2, spectrum, 50);
        double[] found = new RandomManifold(settings, new SeededRandom(9)).at(new double[] {0.3, 0.8});
        SeededRandom random = new SeededRandom(9);
        int cutoff = spectrum == Spectrum.PAPER ? 1001 : 32;
        for (int channel = 0; channel < 3; channel++) {
            double product = 1;
            for (double x : new double[] {0.3, 0.8}) {
                double sum = 0;
                for (int k = 1; k < cutoff; k++) {
                    double a = random.nextDouble();
                    double b = random.nextDouble();
                    double c = random.nextDouble();
                    double strength = spectrum == Spectrum.PAPER ? 1.0 / (k * k) : 1.0 / ((k + 1) * (k + 1) + 1);
                    sum += strength * a * Math.sin(2 * Math.PI * (k * x * b + c));
                }
                product *= sum;
            }
            assertThat(found[channel]).isCloseTo(product, within(1e-11));
        }
    }

    /** With the spectrum of the code, 0.001^(-1/alpha) rounded up is the number of terms, that of frequency 0 included. */
    @ParameterizedTest
    @CsvSource({"1, 999", "2, 31", "3, 9", "0.5, 999"})
    void termsOfThePublicCode(double alpha, int terms) {
        assertThat(Spectrum.PUBLIC_CODE.terms(alpha)).isEqualTo(terms);
        assertThat(Spectrum.PAPER.terms(alpha)).isEqualTo(1000);
    }

    @Test
    void everyChannelSpikesOnceAndTheWholeRangeIsUsed() {
        EventDataset data = Randman.generate(RandmanSettings.defaults(), 200, 4);
        assertThat(data.classCounts()).containsOnly(20);
        assertThat(data.channels()).isEqualTo(20);
        double[] least = new double[20];
        double[] most = new double[20];
        Arrays.fill(least, 50);
        for (int i = 0; i < data.size(); i++) {
            SpikeTrains input = data.input(i);
            assertThat(IntStream.range(0, 20).map(input::neuron).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
            double[] times = times(input, 20);
            for (int channel = 0; channel < 20; channel++) {
                least[channel] = Math.min(least[channel], times[channel]);
                most[channel] = Math.max(most[channel], times[channel]);
            }
        }
        assertThat(least).containsOnly(0);
        assertThat(most).containsOnly(50);
    }

    /** Neighbours on a manifold spike the more alike the larger alpha is. */
    @ParameterizedTest
    @EnumSource(Spectrum.class)
    void largerExponentsAreSmoother(Spectrum spectrum) {
        double before = Double.POSITIVE_INFINITY;
        for (double alpha : new double[] {0.5, 1, 2, 3}) {
            double rough = roughness(new RandmanSettings(2, 20, 1, alpha, spectrum, 1));
            assertThat(rough).as("alpha %s", alpha).isLessThan(before);
            before = rough;
        }
        assertThat(before).isLessThan(0.005);
    }

    /** Mean square of a step of 0.01 over twice the variance: 1 minus the correlation of neighbours. */
    private static double roughness(RandmanSettings settings) {
        RandomManifold manifold = new RandomManifold(settings, new SeededRandom(2));
        double[][] at = new double[101][];
        for (int k = 0; k < at.length; k++) {
            at[k] = manifold.at(new double[] {k / 100.0});
        }
        double rough = 0;
        for (int channel = 0; channel < 20; channel++) {
            double sum = 0;
            double squares = 0;
            double steps = 0;
            for (int k = 0; k < 100; k++) {
                sum += at[k][channel];
                squares += at[k][channel] * at[k][channel];
                steps += Math.pow(at[k + 1][channel] - at[k][channel], 2);
            }
            rough += steps / 2 / (squares - sum * sum / 100) / 20;
        }
        return rough;
    }

    /** Close to a point, a manifold of dimension d lies in a flat space of dimension d and in no smaller one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void manifoldsHaveTheirDimension(int dimension) {
        RandmanSettings settings = RandmanSettings.defaults().with(dimension, 3);
        RandomManifold manifold = new RandomManifold(settings, new SeededRandom(6));
        SeededRandom random = new SeededRandom(7);
        double[] centre = new double[dimension];
        Arrays.fill(centre, 0.4);
        double[] origin = manifold.at(centre);
        double[][] differences = new double[40][];
        for (int n = 0; n < differences.length; n++) {
            double[] x = centre.clone();
            for (int d = 0; d < dimension; d++) {
                x[d] += 1e-5 * (random.nextDouble() - 0.5);
            }
            differences[n] = manifold.at(x);
            for (int channel = 0; channel < origin.length; channel++) {
                differences[n][channel] -= origin[channel];
            }
        }
        double whole = energy(differences);
        for (int d = 0; d < dimension; d++) {
            assertThat(energy(differences)).isGreaterThan(1e-6 * whole);
            removeLargestDirection(differences);
        }
        assertThat(energy(differences)).isLessThan(1e-6 * whole);
    }

    private static double energy(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += dot(row, row);
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(c -> one[c] * other[c])
                .sum();
    }

    /** Finds it by power iteration. */
    private static void removeLargestDirection(double[][] rows) {
        double[] direction = rows[0].clone();
        for (int step = 0; step < 500; step++) {
            double[] next = new double[direction.length];
            for (double[] row : rows) {
                double along = dot(row, direction);
                for (int c = 0; c < next.length; c++) {
                    next[c] += along * row[c];
                }
            }
            double length = Math.sqrt(dot(next, next));
            for (int c = 0; c < next.length; c++) {
                direction[c] = next[c] / length;
            }
        }
        for (double[] row : rows) {
            double along = dot(row, direction);
            for (int c = 0; c < row.length; c++) {
                row[c] -= along * direction[c];
            }
        }
    }

    @Test
    void theSameBitsEverywhere() {
        RandmanSettings settings = RandmanSettings.defaults().with(2, 2.0).with(Spectrum.PUBLIC_CODE);
        EventDataset data = Randman.generate(settings, 40, 12);
        double[] first = times(data.input(0), 20);
        assertThat(first).startsWith(32.77026040712904, 0, 0, 50, 0, 0, 15.984426965047607);
        assertThat(times(Randman.generate(settings, 40, 12).input(0), 20)).isEqualTo(first);
        assertThat(times(Randman.generate(settings, 40, 13).input(0), 20)).isNotEqualTo(first);
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Randman.generate(RandmanSettings.defaults(), 19, 1))
                .withMessage("size = 19, must be at least 20, two examples a class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandmanSettings.defaults().with(1, 0))
                .withMessage("alpha = 0.0, must be finite and above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandmanSettings.defaults().with(0, 1))
                .withMessage("dimension = 0, must be from 1 to 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandmanSettings(2, 65_536, 65_536, 1, Spectrum.PAPER, 50))
                .withMessageContaining("make 4294967296000 terms a manifold, must be at most 16777216");
    }
}
