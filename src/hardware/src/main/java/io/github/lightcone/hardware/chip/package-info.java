/**
 * What neuromorphic chips can hold, as data.
 *
 * <pre>
 *     YAML file --&gt; ChipProfile --+-- Figure per Quantity: least, most, source; or unknown
 *                                 +-- WeightSign, DecayForm
 *                                 +-- Source: where a figure stands, with link and date
 * </pre>
 *
 * <p>A figure that was not found in a source is unknown. No rule follows from it and nothing is computed with
 * it: what depends on it is left out and named as left out. Chips count time in steps; how long a step lasts is
 * chosen within the range of the profile, or freely where the profile gives none.
 */
package io.github.lightcone.hardware.chip;
