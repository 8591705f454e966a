/**
 * A network run as a clocked chip runs it.
 *
 * <pre>
 *     GridEmulator (the clock: steps, arrivals, order) --+-- FloatingNeurons   V and I as doubles
 *                                                        +-- FixedNeurons      V and I as whole numbers of some bits
 *     Convergence (many steps, one against the exact engine) -- SpikeAlignment: which spike is which
 * </pre>
 *
 * <p>In each step of length h, for every neuron: <em>decay</em> V and I; <em>add</em> the arrivals of this step to I,
 * then I and the bias to V; <em>compare</em> V with the threshold; <em>reset</em>. That is
 *
 * <pre>
 *     I &lt;- e^(-h/tauSyn) I + sum of weights        V &lt;- e^(-h/tauMem) V + (1 - e^(-h/tauMem)) (I + bias)
 * </pre>
 *
 * <p>Spikes stand at ends of steps. A spike of a source enters at the first end of a step that is not before it. A
 * delay is rounded to whole steps; one of none takes one step, for what leaves in a step cannot arrive in it. All of
 * this is right to first order in h: the emulator converges to the exact engine as h goes to 0.
 */
package io.github.lightcone.hardware.emulate;
