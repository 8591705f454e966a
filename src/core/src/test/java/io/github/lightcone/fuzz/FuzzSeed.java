package io.github.lightcone.fuzz;

/**
 * A file that damaged ones are made of.
 *
 * @param name by which the parser knows what kind of file it is
 * @param bytes not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record FuzzSeed(String name, byte[] bytes) {}
