package io.github.lightcone.formats.nir;

import java.util.Map;

/**
 * What a node or graph says of itself beside its parameters; without a meaning in NIR. Entries of other kinds are
 * passed over.
 *
 * @param texts by name
 * @param arrays by name
 */
public record NirMetadata(Map<String, String> texts, Map<String, NirArray> arrays) {

    /** None. */
    public static final NirMetadata NONE = new NirMetadata(Map.of(), Map.of());

    /** Copies both. */
    public NirMetadata {
        texts = Map.copyOf(texts);
        arrays = Map.copyOf(arrays);
    }

    boolean isEmpty() {
        return texts.isEmpty() && arrays.isEmpty();
    }
}
