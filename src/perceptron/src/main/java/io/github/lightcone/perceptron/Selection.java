package io.github.lightcone.perceptron;

/** Finds the number that would stand in a place if all were sorted (C. A. R. Hoare, Algorithm 65: find, 1961). */
final class Selection {

    private Selection() {}

    /**
     * Returns the number at a place, from 0, in about as many steps as there are numbers.
     *
     * @param numbers in any order; none is NaN. Modified: their order.
     */
    static float smallest(float[] numbers, int place) {
        int low = 0;
        int high = numbers.length - 1;
        while (low < high) {
            float pivot = numbers[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return numbers[place];
            }
        }
        return numbers[place];
    }
}
