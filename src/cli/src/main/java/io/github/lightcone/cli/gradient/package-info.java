/**
 * The {@code check-gradient} command: the adjoint against finite differences.
 *
 * <pre>
 *     GradientCheck     one run and one backward pass; then, parameter by parameter,
 *         RandomLoss            a smooth loss of spike times and readouts
 *         Probe                 the workspace of one thread, for runs with a parameter changed
 *         ParameterKind         what can be checked, and where its numbers are
 *         EventOrder            how far a parameter may be changed without meeting a kink
 *         FiniteDifference      the derivative by ever smaller steps, or that there is none
 *         Comparison            one parameter's two derivatives
 *         Conclusion            what follows from all of them
 * </pre>
 */
package io.github.lightcone.cli.gradient;
