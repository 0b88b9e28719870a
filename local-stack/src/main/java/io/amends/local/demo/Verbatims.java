package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What customers say, put together from pieces that belong to their mood and to what it was about. */
final class Verbatims {
    private final JsonNode pieces;

    Verbatims(DemoData data) {
        this.pieces = data.verbatims();
    }

    /** A comment in the customer's language. */
    String say(String language, boolean happy, String factor, Dice dice) {
        JsonNode mood = pieces.path(language).path(happy ? "high" : "low");
        if (mood.has("whole")) {
            return dice.one(DemoData.texts(mood.path("whole")));
        }
        List<String> sentences = new ArrayList<>();
        if (dice.chance(0.55)) {
            sentences.add(dice.one(DemoData.texts(mood.path("start"))));
        }
        sentences.add(dice.one(DemoData.texts(mood.path(factor))));
        if (dice.chance(happy ? 0.2 : 0.45)) {
            sentences.add(dice.one(DemoData.texts(mood.path("end"))));
        }
        return String.join(language.equals("ja") ? "" : " ", sentences);
    }
}
