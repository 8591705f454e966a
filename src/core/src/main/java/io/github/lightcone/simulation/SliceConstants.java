package io.github.lightcone.simulation;

import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ResponseKernel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What depends on the width of a slice and on the time constants, and on nothing else: single numbers
 * where all neurons share their time constants, otherwise one of each per neuron.
 */
final class SliceConstants {

    private final CompiledNetwork compiled;
    private double width = Double.NaN;
    private long version = -1;

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
        if (kernel == null || !kernel.fits(a, c, width)) {
            kernel = new ResponseKernel(a, c, width);
        }
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
            decayV = new double[neurons];
            decayI = new double[neurons];
            response = new double[neurons];
            curveOfCurrent = new double[neurons];
            curveOfVoltage = new double[neurons];
        }
        Map<List<Double>, ResponseKernel> known = new HashMap<>();
        for (int n = 0; n < neurons; n++) {
            if (compiled.isSource(n)) {
                continue;
            }
            double a = compiled.membraneRate()[n];
            double c = compiled.synapticRate()[n];
            kernels[n] = known.computeIfAbsent(List.of(a, c), rates -> new ResponseKernel(a, c, width));
            decayV[n] = Exponential.exp(-a * width);
            decayI[n] = Exponential.exp(-c * width);
            response[n] = a * Exponential.convolution(a, c, width);
            curveOfCurrent[n] = width * width / 8 * a * (a + c) + SliceStates.ROUNDING;
            curveOfVoltage[n] = width * width / 8 * a * a + SliceStates.ROUNDING;
        }
    }
}
