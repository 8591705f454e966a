package io.github.lightcone.simulation;

import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What depends on the width of a slice and on the time constants, and on nothing else: single numbers
 * where all neurons share their time constants, otherwise one of each per neuron.
 */
final class SliceConstants {

    private static final int NO_NEURON = -1;

    /** Spreads bits for hashing: 2^64 divided by the golden ratio. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final CompiledNetwork compiled;
    private double width = Double.NaN;
    private long version = -1;
    private ResponseKernel sharedKernel;

    /** Kernels of single neurons that were made so far, the first few of them in use. */
    private final List<ResponseKernel> made = new ArrayList<>();

    /** A hash table with open addressing: for each pair of time constants the first neuron that has it. */
    private int[] firstAlike = new int[0];

    /** The response to an arrival, if all neurons share it, otherwise null. */
    ResponseKernel kernel;

    /** The response of each neuron, if they do not share it; those of equal time constants are the same object. */
    ResponseKernel[] kernels = new ResponseKernel[0];

    /** e^{-width/tauMem}. */
    double sharedDecayV;

    /** e^{-width/tauSyn}. */
    double sharedDecayI;

    /** What a unit of current at the start adds to V at the end. */
    double sharedResponse;

    /** How far V can rise above its chord, and rounding, per unit of current. */
    double sharedCurveOfCurrent;

    /** How far V can rise above its chord, and rounding, per unit of voltage. */
    double sharedCurveOfVoltage;

    double[] decayV = new double[0];
    double[] decayI = new double[0];
    double[] response = new double[0];
    double[] curveOfCurrent = new double[0];
    double[] curveOfVoltage = new double[0];

    SliceConstants(CompiledNetwork compiled) {
        this.compiled = compiled;
    }

    /** Computes everything anew if the width or the network's numbers have changed. */
    SliceConstants fit(double newWidth) {
        if (newWidth != width || compiled.version() != version) {
            width = newWidth;
            version = compiled.version();
            if (Double.isNaN(compiled.sharedMembraneRate())) {
                kernel = null;
                computeEach();
            } else {
                computeShared();
            }
        }
        return this;
    }

    /** Returns the response of a neuron. */
    ResponseKernel kernel(int n) {
        return kernel != null ? kernel : kernels[n];
    }

    private void computeShared() {
        double a = compiled.sharedMembraneRate();
        double c = compiled.sharedSynapticRate();
        if (sharedKernel == null) {
            sharedKernel = new ResponseKernel(a, c, width);
        } else if (!sharedKernel.fits(a, c, width)) {
            sharedKernel.set(a, c, width);
        }
        kernel = sharedKernel;
        sharedDecayV = Exponential.exp(-a * width);
        sharedDecayI = Exponential.exp(-c * width);
        sharedResponse = a * Exponential.convolution(a, c, width);
        sharedCurveOfCurrent = width * width / 8 * a * (a + c) + SliceStates.ROUNDING;
        sharedCurveOfVoltage = width * width / 8 * a * a + SliceStates.ROUNDING;
    }

    private boolean kernelsFit() {
        for (int n = 0; n < kernels.length; n++) {
            boolean fits = compiled.isSource(n)
                    || (kernels[n] != null
                            && kernels[n].fits(compiled.membraneRate()[n], compiled.synapticRate()[n], width));
            if (!fits) {
                return false;
            }
        }
        return kernels.length > 0;
    }

    private void computeEach() {
        if (kernelsFit()) {
            return;
        }
        int neurons = compiled.network().neuronCount();
        if (decayV.length != neurons) {
            kernels = new ResponseKernel[neurons];
            firstAlike = new int[4 * Integer.highestOneBit(Math.max(1, neurons))];
            decayV = new double[neurons];
            decayI = new double[neurons];
            response = new double[neurons];
            curveOfCurrent = new double[neurons];
            curveOfVoltage = new double[neurons];
        }
        Arrays.fill(firstAlike, NO_NEURON);
        int distinct = 0;
        for (int n = 0; n < neurons; n++) {
            if (compiled.isSource(n)) {
                continue;
            }
            double a = compiled.membraneRate()[n];
            double c = compiled.synapticRate()[n];
            int alike = firstAlike(n, a, c);
            kernels[n] = alike == n ? nextKernel(distinct++, a, c) : kernels[alike];
            decayV[n] = Exponential.exp(-a * width);
            decayI[n] = Exponential.exp(-c * width);
            response[n] = a * Exponential.convolution(a, c, width);
            curveOfCurrent[n] = width * width / 8 * a * (a + c) + SliceStates.ROUNDING;
            curveOfVoltage[n] = width * width / 8 * a * a + SliceStates.ROUNDING;
        }
    }

    /** Returns the first neuron with the given rates, those of {@code n}. */
    private int firstAlike(int n, double a, double c) {
        int last = firstAlike.length - 1;
        long bits = Double.doubleToRawLongBits(a) * 31 + Double.doubleToRawLongBits(c);
        int place = (int) ((bits * GOLDEN) >>> Integer.SIZE) & last;
        while (firstAlike[place] != NO_NEURON) {
            int other = firstAlike[place];
            if (compiled.membraneRate()[other] == a && compiled.synapticRate()[other] == c) {
                return other;
            }
            place = (place + 1) & last;
        }
        firstAlike[place] = n;
        return n;
    }

    private ResponseKernel nextKernel(int index, double a, double c) {
        if (index == made.size()) {
            made.add(new ResponseKernel(a, c, width));
        }
        made.get(index).set(a, c, width);
        return made.get(index);
    }
}
