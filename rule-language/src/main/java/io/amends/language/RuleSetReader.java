package io.amends.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule set from JSON, or says everything that is wrong with it, each with its pointer and what is allowed. */
public final class RuleSetReader {
    private static final String WANTED = "must be a list of rules: {\"rules\": […]}";

    private final Errors errors = new Errors();
    private final Scalars scalars = new Scalars(errors);
    private final EffectsReader effects = new EffectsReader(errors);
    private final Map<String, Integer> names = new HashMap<>();
    private final @Nullable Map<String, Measure> measures;
    private long clauses;
    private long alternatives;
    private long written;

    private RuleSetReader(@Nullable Map<String, Measure> measures) {
        this.measures = measures;
    }

    /** Either the rules, or what is wrong with them. */
    public sealed interface Result {
        record Good(RuleSet rules) implements Result {}

        record Wrong(List<Reason> errors) implements Result {}
    }

    /**
     * Reads what an author wrote, against the measures that the portal declares.
     *
     * @param json at the first token of the rule set; afterwards at its last
     * @throws IOException if it is not JSON
     */
    public static Result read(JsonParser json, Map<String, Measure> measures) throws IOException {
        return new RuleSetReader(measures).rules(json);
    }

    /** The same, of a tree. */
    public static Result read(JsonNode json, Map<String, Measure> measures) {
        return new RuleSetReader(measures).rules(json);
    }

    /**
     * Reads what was published: checked then, so a measure that the portal gave up since is no error.
     *
     * @param json at the first token of the rule set; afterwards at its last
     * @throws IOException if it is not JSON
     */
    public static Result readPublished(JsonParser json) throws IOException {
        return new RuleSetReader(null).rules(json);
    }

    /** The same, of a tree. */
    public static Result readPublished(JsonNode json) {
        return new RuleSetReader(null).rules(json);
    }

    /**
     * Reads one rule of what was published; empty where that cannot be read: whoever only shows rules may be older than
     * whoever wrote them.
     */
    public static Optional<Rule> readPublishedRule(JsonNode json) {
        RuleSetReader reader = new RuleSetReader(null);
        Rule rule = reader.rule(reader.storable(json, Pointer.ROOT), Pointer.ROOT, 0);
        return reader.errors.isEmpty() ? Optional.ofNullable(rule) : Optional.empty();
    }

    private Result rules(JsonNode tree) {
        try (JsonParser json = tree.traverse()) {
            json.nextToken();
            return rules(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree cannot be read", e);
        }
    }

    /** One rule at a time: ten thousand of them as one tree are many megabytes that live until the last is read. */
    private Result rules(JsonParser json) throws IOException {
        List<Rule> rules = new ArrayList<>();
        int count = -1;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            errors.add(Pointer.ROOT, WANTED);
            return new Result.Wrong(errors.all());
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (name.equals(RuleSet.RULES) && value == JsonToken.START_ARRAY) {
                count = list(json, rules);
            } else {
                if (!name.equals(RuleSet.RULES)) {
                    errors.add(Pointer.ROOT.at(name), "is not known here; allowed are " + RuleSet.RULES);
                }
                json.skipChildren();
            }
        }
        if (count < 0) {
            errors.add(Pointer.RULES, WANTED);
        }
        total();
        if (count > Limits.RULES) {
            return new Result.Wrong(List.of(new Reason(
                    Pointer.RULES.toString(), "has " + count + " rules; at most " + Limits.RULES + " are allowed")));
        }
        return errors.isEmpty() ? new Result.Good(new RuleSet(List.copyOf(rules))) : new Result.Wrong(errors.all());
    }

    /** How many there are; those beyond the limit are counted only. */
    private int list(JsonParser json, List<Rule> rules) throws IOException {
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (count < Limits.RULES) {
                Pointer at = Pointer.rule(count);
                Rule rule = rule(storable(Json.tree(json), at), at, count);
                if (rule != null) {
                    rules.add(rule);
                }
            } else {
                json.skipChildren();
            }
            count++;
        }
        return count;
    }

    /** What is published already is taken as it can be stored; an author hears what cannot. */
    private JsonNode storable(JsonNode rule, Pointer pointer) {
        StorableJson checked = StorableJson.strict(rule);
        if (checked.ok()) {
            return rule;
        }
        if (measures == null) {
            return StorableJson.published(rule).json();
        }
        checked.errors().stream()
                .filter(error -> !rule.at(error.pointer()).isNumber()) // said where numbers are read
                .forEach(error -> errors.add(pointer + error.pointer(), error.reason()));
        return rule;
    }

    private void total() {
        if (measures != null && written > Limits.NAMES_AND_TAGS) {
            errors.add(
                    Pointer.RULES,
                    "have names and tags of " + written + " bytes in all, with the contacts whom they name; at most "
                            + Limits.NAMES_AND_TAGS + " are allowed");
        }
        if (clauses > Limits.CLAUSES) {
            errors.add(
                    Pointer.RULES, "have " + clauses + " clauses in all; at most " + Limits.CLAUSES + " are allowed");
        }
        if (alternatives > Limits.ALTERNATIVES) {
            errors.add(
                    Pointer.RULES,
                    "have " + alternatives + " alternatives in all, spelled out; at most " + Limits.ALTERNATIVES
                            + " are allowed");
        }
    }

    private @Nullable Rule rule(JsonNode node, Pointer pointer, int index) {
        if (!node.isObject()) {
            errors.add(pointer, "must be an object with name, then, when");
            return null;
        }
        scalars.only(node, pointer, Set.of(Rule.NAME, Rule.WHEN, Rule.THEN));
        String name = name(node.get(Rule.NAME), pointer.at(Rule.NAME), index);
        Clause when = when(node.get(Rule.WHEN), pointer.at(Rule.WHEN));
        Effects then = effects.read(node.get(Rule.THEN), pointer.at(Rule.THEN));
        if (measures != null) {
            seen(name, pointer.at(Rule.NAME));
            List<String> tags = then == null || then.tags() == null ? List.of() : then.tags();
            for (int i = 0; i < tags.size(); i++) {
                seen(tags.get(i), pointer.at(Rule.THEN).at(Effects.TAGS).at(i));
            }
        }
        written += bytes(name) + (then == null ? 0 : bytes(name, then));
        return name == null || when == null || then == null ? null : new Rule(name, when, then);
    }

    /** What an author calls something can be seen. What is published was taken when such a name was one. */
    private void seen(@Nullable String text, Pointer pointer) {
        if (text != null && StorableText.blank(text)) {
            errors.add(pointer, "must be a text of which something can be seen");
        }
    }

    /** The tags of a rule, and its contacts with the name of the rule each. */
    private static long bytes(@Nullable String name, Effects then) {
        List<String> tags = then.tags() == null ? List.of() : then.tags();
        long named = bytes(name) + Limits.AROUND_NAMED;
        return tags.stream().mapToLong(RuleSetReader::bytes).sum()
                + then.named().stream().mapToLong(code -> code.length() + named).sum();
    }

    /** The text as an event writes it; half a character, which no event has, is told where it stands. */
    private static long bytes(@Nullable String text) {
        return text == null ? 0 : JsonStringEncoder.getInstance().quoteAsUTF8(StorableText.printable(text)).length;
    }

    private @Nullable String name(@Nullable JsonNode node, Pointer pointer, int index) {
        if (node == null) {
            errors.add(pointer, "is missing");
            return null;
        }
        String name = scalars.text(node, pointer);
        Integer earlier = name == null ? null : names.putIfAbsent(name, index);
        if (earlier != null) {
            errors.add(pointer, "must be another one: rule " + (earlier + 1) + " has this name");
        }
        return name;
    }

    private @Nullable Clause when(@Nullable JsonNode node, Pointer pointer) {
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
