package io.amends.local.demo;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Chance with a seed: the same throws every time. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Draws a number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the keys, as often as its weight says. */
    <T> T weighted(Map<T, Double> weights) {
        double point = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = null;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            point -= entry.getValue();
            if (point < 0) {
                break;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return last;
    }
}
