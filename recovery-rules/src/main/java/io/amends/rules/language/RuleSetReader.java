package io.amends.rules.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule set from JSON, or says everything that is wrong with it, each with its pointer and what is allowed. */
public final class RuleSetReader {
    private final Errors errors = new Errors();
    private final Scalars scalars = new Scalars(errors);
    private final EffectsReader effects = new EffectsReader(errors);
    private final Map<String, Integer> names = new HashMap<>();
    private final @Nullable Map<String, Measure> measures;
    private long clauses;
    private long alternatives;

    private RuleSetReader(@Nullable Map<String, Measure> measures) {
        this.measures = measures;
    }

    /** Either the rules, or what is wrong with them. */
    public sealed interface Result {
        record Good(RuleSet rules) implements Result {}

        record Wrong(List<Reason> errors) implements Result {}
    }

    /** Reads what an author wrote, against the measures that the portal declares. */
    public static Result read(JsonNode json, Map<String, Measure> measures) {
        return new RuleSetReader(measures).rules(json);
    }

    /** Reads what was published: checked then, so a measure that the portal gave up since is no error. */
    public static Result readPublished(JsonNode json) {
        return new RuleSetReader(null).rules(json);
    }

    private Result rules(JsonNode json) {
        List<Rule> rules = new ArrayList<>();
        JsonNode list = json.get("rules");
        if (!json.isObject() || list == null || !list.isArray()) {
            errors.add(json.isObject() ? "/rules" : "", "must be a list of rules: {\"rules\": […]}");
            return new Result.Wrong(errors.all());
        }
        scalars.only(json, "", Set.of("rules"));
        if (list.size() > Limits.RULES) {
            errors.add("/rules", "has " + list.size() + " rules; at most " + Limits.RULES + " are allowed");
            return new Result.Wrong(errors.all());
        }
        for (int i = 0; i < list.size(); i++) {
            Rule rule = rule(list.get(i), "/rules/" + i, i);
            if (rule != null) {
                rules.add(rule);
            }
        }
        total();
        return errors.isEmpty() ? new Result.Good(new RuleSet(List.copyOf(rules))) : new Result.Wrong(errors.all());
    }

    private void total() {
        if (clauses > Limits.CLAUSES) {
            errors.add("/rules", "have " + clauses + " clauses in all; at most " + Limits.CLAUSES + " are allowed");
        }
        if (alternatives > Limits.ALTERNATIVES) {
            errors.add(
                    "/rules",
                    "have " + alternatives + " alternatives in all, spelled out; at most " + Limits.ALTERNATIVES
                            + " are allowed");
        }
    }

    private @Nullable Rule rule(JsonNode node, String pointer, int index) {
        if (!node.isObject()) {
            errors.add(pointer, "must be an object with name, then, when");
            return null;
        }
        scalars.only(node, pointer, Set.of("name", "when", "then"));
        String name = name(node.get("name"), pointer + "/name", index);
        Clause when = when(node.get("when"), pointer + "/when");
        Effects then = effects.read(node.get("then"), pointer + "/then");
        return name == null || when == null || then == null ? null : new Rule(name, when, then);
    }

    private @Nullable String name(@Nullable JsonNode node, String pointer, int index) {
        if (node == null) {
            errors.add(pointer, "is missing");
            return null;
        }
        String name = scalars.text(node, pointer);
        Integer earlier = name == null ? null : names.putIfAbsent(name, index);
        if (earlier != null) {
            errors.add(pointer, "is the name of /rules/" + earlier + " too; names must differ");
        }
        return name;
    }

    private @Nullable Clause when(@Nullable JsonNode node, String pointer) {
        if (node == null) {
            errors.add(pointer, "is missing");
            return null;
        }
        ClauseReader reader = new ClauseReader(errors, measures);
        Clause when = reader.read(node, pointer, 1);
        clauses += reader.clauses();
        if (reader.clauses() > Limits.CLAUSES_PER_RULE) {
            errors.add(pointer, "has more than " + Limits.CLAUSES_PER_RULE + " clauses");
            return null;
        }
        if (when == null) {
            return null;
        }
        long spelledOut = Alternatives.of(when);
        alternatives += spelledOut;
        if (spelledOut > Limits.ALTERNATIVES_PER_RULE) {
            errors.add(
                    pointer,
                    "has more than " + Limits.ALTERNATIVES_PER_RULE
                            + " alternatives once spelled out; make it several rules");
            return null;
        }
        return when;
    }
}
