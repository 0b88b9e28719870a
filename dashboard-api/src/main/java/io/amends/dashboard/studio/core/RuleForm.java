package io.amends.dashboard.studio.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.language.ClauseKind;
import io.amends.language.Effects;
import io.amends.language.Rule;
import java.util.List;
import java.util.Objects;

/** One rule as the builder shows it. */
public record RuleForm(String name, ClauseForm when, EffectsForm then) {

    /**
     * What a rule sets, as written; empty for as usual.
     *
     * @param ownTags whether the rule says anything about tags
     * @param also codes of the contacts who hear of it as well
     */
    public record EffectsForm(
            String kind,
            String priority,
            boolean ownTags,
            String tags,
            String alert,
            String followUp,
            List<String> also) {}

    /** The start of a new rule: an unhappy customer, contacted as usual. */
    public static RuleForm fresh() {
        return new RuleForm(
                "",
                ClauseForm.group(ClauseKind.ALL, List.of(ClauseForm.fresh(ClauseKind.OVERALL, ""))),
                new EffectsForm(Kind.RECOVERY.name(), "", false, "", "", "", List.of()));
    }

    /** A rule as a form. */
    public static RuleForm of(Rule rule) {
        Effects then = rule.then();
        return new RuleForm(
                FieldText.text(rule.name()),
                ClauseForm.of(rule.when()),
                new EffectsForm(
                        Objects.toString(then.kind(), ""),
                        Objects.toString(then.priority(), ""),
                        then.tags() != null,
                        then.tags() == null ? "" : FieldText.texts(then.tags()),
                        Objects.toString(then.alert(), ""),
                        Objects.toString(then.followUp(), ""),
                        then.named()));
    }

    /** The rule as JSON; what is as usual is left out. */
    public ObjectNode json() {
        ObjectNode rule = Json.MAPPER.createObjectNode().put(Rule.NAME, FieldText.readText(name));
        rule.set(Rule.WHEN, when.json());
        ObjectNode effects = rule.putObject(Rule.THEN);
        put(effects, Effects.KIND, then.kind());
        put(effects, Effects.PRIORITY, then.priority());
        if (then.ownTags()) {
            ArrayNode tags = effects.putArray(Effects.TAGS);
            FieldText.readTexts(then.tags()).forEach(tags::add);
        }
        put(effects, Effects.ALERT, then.alert());
        put(effects, Effects.FOLLOW_UP, then.followUp());
        if (!then.also().isEmpty()) {
            ArrayNode also = effects.putArray(Effects.ALSO);
            then.also().forEach(also::add);
        }
        return rule;
    }

    private static void put(ObjectNode effects, String key, String value) {
        if (!value.isBlank()) {
            effects.set(key, FieldText.readValue(value));
        }
    }

    /** The same with other conditions. */
    public RuleForm when(ClauseForm other) {
        return new RuleForm(name, other, then);
    }
}
