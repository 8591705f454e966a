/**
 * The command {@code experiment}: a study of several experiments, conditions and seeds, from training to verdicts.
 *
 * <pre>
 *     RunStudy            reads options; trains what is missing, seed by seed; writes the results
 *         PartRuns        conditions and runs of a part, laid out as a sweep
 *         RunFigures      what was measured of one run: kept beside it, so that nothing is measured twice
 *         PartResults     the figures of all runs of a part
 *             Verdict     what they say of a claim: difference, interval, effect size
 *         ResultsFolder   tables, figures and a page, from the results alone
 * </pre>
 *
 * <p>Nothing in tables and page depends on the time a run takes or on how often it was interrupted; times and the machine
 * are in files of their own.
 */
package io.github.lightcone.cli.study;
