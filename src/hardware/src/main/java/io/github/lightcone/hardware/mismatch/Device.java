package io.github.lightcone.hardware.mismatch;

import io.github.lightcone.network.Network;

/**
 * A network as one device makes it.
 *
 * @param network with other numbers than the one it was drawn around
 * @param held how many numbers would have left their range and were held at its end
 */
public record Device(Network network, int held) {}
