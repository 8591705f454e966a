package io.github.lightcone.data.touch;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;

/** One reading of one letter: the level-crossings of all taxels, in the order of the file. */
final class BrailleTrial {

    final int letter;
    final int repetition;
    final DoubleArrayList seconds = new DoubleArrayList();
    /** Twice the taxel, plus 1 where the signal fell. */
    final IntArrayList crossing = new IntArrayList();

    BrailleTrial(int letter, int repetition) {
        this.letter = letter;
        this.repetition = repetition;
    }

    void add(double time, int taxel, boolean on) {
        seconds.add(time);
        crossing.add(2 * taxel + (on ? 0 : 1));
    }
}
