package io.amends.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs every contender equally often, in shuffled order, so that drift of the machine hits all of them alike. */
public final class Rounds {
    private Rounds() {}

    /** The rates of each contender; a first round of each is thrown away. */
    public static Map<String, List<Double>> run(List<Contender> contenders, int repetitions, long seed)
            throws Exception {
        return run(contenders, repetitions, seed, () -> {});
    }

    /** What has to be waited for before a contender's turn. */
    interface Settling {
        void await() throws Exception;
    }

    /** The same, where a contender leaves work behind that the next must not share the processors with. */
    static Map<String, List<Double>> run(List<Contender> contenders, int repetitions, long seed, Settling settling)
            throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            settling.await();
            contender.round().call();
            rates.put(contender.name(), new ArrayList<>());
        }
        List<Contender> order = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            order.addAll(contenders);
        }
        Collections.shuffle(order, new Random(seed));
        for (Contender contender : order) {
            settling.await();
            double rate = contender.round().call();
            rates.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(rate);
        }
        return rates;
    }
}
