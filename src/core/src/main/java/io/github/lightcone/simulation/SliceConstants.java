package io.github.lightcone.simulation;

import io.github.lightcone.neuron.Exponential;
import io.github.lightcone.neuron.ResponseKernel;

/** What depends on the width of a slice and on the time constants, and on nothing else. */
final class SliceConstants {

    private final CompiledNetwork compiled;
    private double width = Double.NaN;
    private long version = -1;

    /** e^{-width/tauMem} of each neuron. */
    final double[] decayV;

    /** e^{-width/tauSyn} of each neuron. */
    final double[] decayI;

    /** What a unit of current at the start adds to V at the end. */
    final double[] response;

    /** How far V can rise above its chord, per unit of positive current. */
    final double[] curveOfCurrent;

    /** How far V can rise above its chord, per unit of negative voltage. */
    final double[] curveOfVoltage;

    /** The response to an arrival, if all neurons share it, otherwise null. */
    ResponseKernel kernel;

    SliceConstants(CompiledNetwork compiled) {
        this.compiled = compiled;
        int neurons = compiled.network().neuronCount();
        decayV = new double[neurons];
        decayI = new double[neurons];
        response = new double[neurons];
        curveOfCurrent = new double[neurons];
        curveOfVoltage = new double[neurons];
    }

    /** Computes everything anew if the width or the network's numbers have changed. */
    SliceConstants fit(double newWidth) {
        if (newWidth != width || compiled.version() != version) {
            compute(newWidth);
        }
        return this;
    }

    private void compute(double newWidth) {
        width = newWidth;
        version = compiled.version();
        for (int n = 0; n < decayV.length; n++) {
            double a = compiled.membraneRate()[n];
            double c = compiled.synapticRate()[n];
            decayV[n] = Exponential.exp(-a * width);
            decayI[n] = Exponential.exp(-c * width);
            response[n] = a * Exponential.convolution(a, c, width);
            curveOfCurrent[n] = width * width / 8 * a * (a + c);
            curveOfVoltage[n] = width * width / 8 * a * a;
        }
        double sharedRate = compiled.sharedMembraneRate();
        kernel = Double.isNaN(sharedRate) ? null : new ResponseKernel(sharedRate, compiled.sharedSynapticRate(), width);
    }
}
