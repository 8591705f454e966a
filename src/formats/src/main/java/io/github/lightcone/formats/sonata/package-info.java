/**
 * Networks and spikes in the SONATA format, which BMTK, NEST, PyNN, NEURON tools and others share.
 *
 * <pre>
 *     SonataNetwork      circuit_config.json and what it names  &lt;--&gt;  Network
 *     SonataSpikes       /spikes/POPULATION/{timestamps,node_ids}  &lt;--&gt;  SpikeTrains
 *     SonataInputs       inputs of simulation_config.json  --&gt;  SpikeTrains
 *
 *     CircuitConfig      which files there are; variables of the manifest; no path leaves the folder
 *     TypeTable          node_types.csv, edge_types.csv
 *     AttributeTable     an attribute of every node or edge: from HDF5, or else from its type
 *     NestNeuron         parameters of iaf_psc_exp  &lt;--&gt;  parameters of Lif
 *     AlphaSynapse       parameters of iaf_psc_alpha  --&gt;  those of iaf_psc_exp, if asked for
 * </pre>
 *
 * <p>Conventions. SONATA nodes stand in micrometres, here they stand in mm. A NEST neuron has
 *
 * <pre>
 *     tau_m dV/dt = -(V - E_L) + (tau_m / C_m) (I_syn + I_e)
 * </pre>
 *
 * <p>so that, with 1 unit of voltage for 1 mV above {@code E_L}, a threshold is {@code V_th - E_L}, a bias
 * {@code I_e tau_m / C_m} and a weight {@code syn_weight tau_m / C_m}. Networks are written with {@code E_L = 0} and
 * {@code C_m = tau_m}, which makes all of these conversions exact.
 *
 * <p>What has no counterpart (conductances, compartments, plastic synapses) is an error that names it. An import of the
 * wiring alone, with a stand-in for all neurons, or one with exponential synapses for alpha functions, has to be asked for.
 *
 * <p>Source: SONATA developer guide, version 0.1; K. Dai et al., "The SONATA data format for efficient description of
 * large-scale network models", PLoS Computational Biology 16 (2020) e1007696. Neuron: NEST, {@code iaf_psc_exp}, after
 * Tsodyks, Uziel and Markram, Journal of Neuroscience 20 (2000) RC50.
 */
package io.github.lightcone.formats.sonata;
