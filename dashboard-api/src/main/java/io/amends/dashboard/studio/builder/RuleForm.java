package io.amends.dashboard.studio.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided.Kind;
import java.util.ArrayList;
import java.util.List;

/** One rule as the builder shows it. */
public record RuleForm(String name, ClauseForm when, EffectsForm then) {

    /**
     * What a rule sets, as written; empty for as usual.
     *
     * @param ownTags whether the rule says anything about tags
     */
    public record EffectsForm(
            String kind, String priority, boolean ownTags, String tags, String alert, String followUp) {}

    /** The start of a new rule: an unhappy customer, contacted as usual. */
    public static RuleForm fresh() {
        return new RuleForm(
                "",
                ClauseForm.group(ClauseKind.ALL, List.of(ClauseForm.fresh(ClauseKind.OVERALL, ""))),
                new EffectsForm(Kind.RECOVERY.name(), "", false, "", "", ""));
    }

    /** A rule's JSON as a form. */
    public static RuleForm drawn(JsonNode rule) {
        JsonNode then = rule.path("then");
        List<String> tags = new ArrayList<>();
        then.path("tags").forEach(t -> tags.add(t.asText()));
        return new RuleForm(
                Written.text(rule.path("name").asText()),
                ClauseJson.drawn(rule.path("when")),
                new EffectsForm(
                        then.path("kind").asText(""),
                        then.path("priority").asText(""),
                        then.has("tags"),
                        Written.texts(tags),
                        then.path("alert").asText(""),
                        then.path("followUp").asText("")));
    }

    /** The rule as JSON; what is as usual is left out. */
    public ObjectNode json() {
        ObjectNode rule = Json.MAPPER.createObjectNode().put("name", Written.readText(name));
        rule.set("when", ClauseJson.json(when));
        ObjectNode effects = rule.putObject("then");
        put(effects, "kind", then.kind());
        put(effects, "priority", then.priority());
        if (then.ownTags()) {
            ArrayNode tags = effects.putArray("tags");
            Written.readTexts(then.tags()).forEach(tags::add);
        }
        put(effects, "alert", then.alert());
        put(effects, "followUp", then.followUp());
        return rule;
    }

    private static void put(ObjectNode effects, String key, String value) {
        if (!value.isBlank()) {
            effects.set(key, Written.readValue(value));
        }
    }

    /** The same with other conditions. */
    public RuleForm when(ClauseForm other) {
        return new RuleForm(name, other, then);
    }
}
