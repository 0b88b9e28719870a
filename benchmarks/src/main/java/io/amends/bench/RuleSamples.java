package io.amends.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import java.util.List;
import java.util.Random;

/**
 * Rule sets as support leads write them: each about one team, agent, product, tag, customer segment or word in the
 * comment, and one to three conditions more (score, channel, tier, days, a comment). The same seed, the same rules.
 */
public final class RuleSamples {
    // What surveys and rules name alike, so that rules have something to find.
    public static final List<String> CHANNELS = List.of("phone", "email", "chat", "web");
    public static final List<String> TIERS = List.of("gold", "silver", "bronze");
    public static final List<String> LANGUAGES = List.of("de", "en", "fr", "es");
    public static final int GROUPS = 400;
    public static final int AGENTS = 2_000;
    public static final int PRODUCTS = 500;
    public static final int TAGS = 400;
    public static final int WORDS = 300;

    private final Random random;

    public RuleSamples(long seed) {
        random = new Random(seed);
    }

    /** The rules as JSON, as they are published. */
    public ObjectNode json(int count) {
        ObjectNode set = Json.MAPPER.createObjectNode();
        ArrayNode rules = set.putArray("rules");
        for (int i = 0; i < count; i++) {
            ObjectNode rule = rules.addObject().put("name", "Rule " + i);
            ArrayNode all = rule.putObject("when").putArray("all");
            subject(all);
            int more = 1 + random.nextInt(3);
            for (int condition = 0; condition < more; condition++) {
                condition(all, condition);
            }
            ObjectNode then = rule.putObject("then").put("priority", 1 + random.nextInt(5));
            then.putArray("tags").add("service_recovery").add("rule-" + i % 50);
        }
        return set;
    }

    /** The same rules as they are read. */
    public RuleSet rules(int count) {
        if (RuleSetReader.readPublished(json(count)) instanceof RuleSetReader.Result.Good good) {
            return good.rules();
        }
        throw new IllegalStateException("the sample's rules cannot be read");
    }

    private void subject(ArrayNode all) {
        ObjectNode clause = all.addObject();
        int kind = random.nextInt(100);
        if (kind < 30) {
            clause.put("field", "supportGroup").put("eq", "G" + random.nextInt(GROUPS));
        } else if (kind < 50) {
            clause.put("field", "agent").put("eq", "a-" + random.nextInt(AGENTS));
        } else if (kind < 75) {
            clause.put("property", "product").put("eq", "P" + random.nextInt(PRODUCTS));
        } else if (kind < 95) {
            clause.put("tag", "tag-" + random.nextInt(TAGS));
        } else {
            clause.put("comment", "contains").remove("comment");
            clause.putObject("comment").put("contains", word(random.nextInt(WORDS)));
        }
    }

    private void condition(ArrayNode all, int place) {
        ObjectNode clause = all.addObject();
        switch (place == 0 ? random.nextInt(3) : 3 + random.nextInt(5)) {
            case 0 -> clause.put("measure", "csat").put("lte", 1 + random.nextInt(4));
            case 1 -> clause.put("measure", "nps").put("lt", 3 + random.nextInt(7));
            case 2 -> clause.put("overall", "lteThreshold");
            case 3 ->
                clause.put("field", "channel")
                        .putArray("in")
                        .add(CHANNELS.get(random.nextInt(4)))
                        .add(CHANNELS.get(random.nextInt(4)));
            case 4 -> {
                ArrayNode any = clause.putArray("any");
                any.addObject().put("property", "tier").put("eq", TIERS.get(random.nextInt(3)));
                any.addObject().put("property", "seats").put("gte", 50 * random.nextInt(10));
            }
            case 5 -> clause.putObject("not").put("comment", "absent");
            case 6 -> clause.put("field", "language").put("ne", LANGUAGES.get(random.nextInt(4)));
            default ->
                clause.putObject("submitted")
                        .putArray("daysOfWeek")
                        .add("SATURDAY")
                        .add("SUNDAY")
                        .add("MONDAY");
        }
    }

    /** A word that some comments have. */
    public static String word(int n) {
        return "topic" + Integer.toString(n, 36) + "x";
    }
}
