package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scale on which customers of a new portal say how satisfied they are, each with a threshold at which most such teams
 * call an answer unhappy.
 */
public enum RatingScale {
    CSAT("csat", 1, 5, 2),
    STAR("star", 1, 5, 2),
    NPS("nps", 0, 10, 6),
    CES("ces", 1, 7, 3);

    private final String measure;
    private final int min;
    private final int max;
    private final int threshold;

    RatingScale(String measure, int min, int max, int threshold) {
        this.measure = measure;
        this.min = min;
        this.max = max;
        this.threshold = threshold;
    }

    /** The word in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the measure, and of its kind. */
    public String measure() {
        return measure;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    public int threshold() {
        return threshold;
    }

    /** The scale of that word. */
    public static Optional<RatingScale> of(String word) {
        return Stream.of(values()).filter(scale -> scale.word().equals(word)).findFirst();
    }

    /** A portal as the API takes it, whose overall rating is on this scale, with first contact resolution beside it. */
    public ObjectNode portal(String name, String zone, String language) {
        ObjectNode portal = JsonNodeFactory.instance.objectNode();
        put(portal, "name", name);
        put(portal, "timeZone", zone);
        put(portal, "language", language);
        portal.put("overall", measure).put("serviceRecoveryThreshold", threshold);
        ObjectNode measures = portal.putObject("measures");
        measures.putObject(measure).put("kind", measure).put("min", min).put("max", max);
        measures.putObject("fcr").put("kind", "fcr");
        return portal;
    }

    private static void put(ObjectNode portal, String field, String typed) {
        if (!typed.isEmpty()) {
            portal.put(field, typed);
        }
    }
}
