package io.amends.bench;

import java.util.List;

/** Quantiles by nearest rank. */
public final class Numbers {
    private Numbers() {}

    public static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /**
     * The smallest value that at least this share of all values does not exceed.
     *
     * @param share from 0 to 1
     * @throws IllegalArgumentException if there are no values
     */
    public static double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
