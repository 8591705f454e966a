package io.github.lightcone.hardware.chip;

/**
 * Where figures of a profile stand.
 *
 * @param what the paper, data sheet or program
 * @param link its address
 * @param date of its publication or of the version that was read, as far as it is known: year, month, day
 */
public record Source(String what, String link, String date) {}
