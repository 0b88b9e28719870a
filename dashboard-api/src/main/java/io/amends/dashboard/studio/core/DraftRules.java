package io.amends.dashboard.studio.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rules of a draft in their order, and what the studio does to them. Never changes what it was given. */
public final class DraftRules {
    public static final DraftRules NONE =
            new DraftRules(Json.MAPPER.createObjectNode().set(RuleSet.RULES, Json.MAPPER.createArrayNode()));

    private final JsonNode ruleSet;

    public DraftRules(JsonNode ruleSet) {
        this.ruleSet = ruleSet;
    }

    public JsonNode json() {
        return ruleSet;
    }

    public int size() {
        return ruleSet.path(RuleSet.RULES).size();
    }

    public boolean has(int index) {
        return index >= 0 && index < size();
    }

    public JsonNode rule(int index) {
        return ruleSet.path(RuleSet.RULES).path(index);
    }

    /** The rule at that index, read; empty where it has something that this version of the studio does not know. */
    public Optional<Rule> read(int index) {
        return RuleSetReader.readPublishedRule(rule(index));
    }

    public String name(int index) {
        return rule(index).path(Rule.NAME).asText();
    }

    /** The index of the rule of that name; -1 where there is none. */
    public int named(String name) {
        for (int i = 0; i < size(); i++) {
            if (name(i).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The rules with this one at that index; after the last where the index is beyond. */
    public DraftRules put(int index, JsonNode rule) {
        return changed(rules -> {
            if (index >= 0 && index < rules.size()) {
                rules.set(index, rule);
            } else {
                rules.add(rule);
            }
        });
    }

    public DraftRules removed(int index) {
        return changed(rules -> rules.remove(index));
    }

    /** The rules with one of them at another place; unchanged where that is none. */
    public DraftRules moved(int from, int to) {
        return has(from) && has(to) ? changed(rules -> rules.add(to, rules.remove(from))) : this;
    }

    /** The rules with a copy of one after it, under a name of its own. */
    public DraftRules duplicated(int index, String copyWord) {
        Set<String> names = new HashSet<>();
        ruleSet.path(RuleSet.RULES).forEach(r -> names.add(r.path(Rule.NAME).asText()));
        String name = name(index) + " (" + copyWord + ")";
        for (int n = 2; names.contains(name); n++) {
            name = name(index) + " (" + copyWord + " " + n + ")";
        }
        ObjectNode copy = ((ObjectNode) rule(index)).deepCopy().put(Rule.NAME, name);
        return changed(rules -> rules.add(index + 1, copy));
    }

    private DraftRules changed(Consumer<List<JsonNode>> change) {
        List<JsonNode> rules = new ArrayList<>();
        ruleSet.path(RuleSet.RULES).forEach(rules::add);
        change.accept(rules);
        ObjectNode changed = Json.MAPPER.createObjectNode();
        ArrayNode list = changed.putArray(RuleSet.RULES);
        list.addAll(rules);
        return new DraftRules(changed);
    }
}
