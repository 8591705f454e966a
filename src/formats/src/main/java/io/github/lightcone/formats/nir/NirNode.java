package io.github.lightcone.formats.nir;

/** A node of a graph: a {@link NirLayer} or a graph of its own. */
public sealed interface NirNode permits NirLayer, NirGraph {

    /** Returns what it says of itself. */
    NirMetadata metadata();
}
