package io.github.lightcone.data.touch;

import java.util.ArrayList;
import java.util.List;

/** One reading of one letter: the values of all taxels, one array a sample. */
final class SampledTrial {

    final int letter;
    final int repetition;
    final List<int[]> values = new ArrayList<>();

    SampledTrial(int letter, int repetition) {
        this.letter = letter;
        this.repetition = repetition;
    }
}
