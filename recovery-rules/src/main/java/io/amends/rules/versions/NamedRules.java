package io.amends.rules.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.api.RulesTag;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.rules.events.JsonText;
import io.amends.rules.events.Unreadable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored rule set under the name that people know it by.
 *
 * @param name {@code draft} or {@code version 3}; what is published, while nobody edits, goes by its version
 * @param json the rules as their author wrote them
 * @param tag tells these rules from those before and after an edit; null for rules that are not stored
 */
public record NamedRules(String name, String json, @Nullable String tag) {
    static NamedRules version(long version, String json) {
        return new NamedRules("version " + version, json, RulesTag.version(version));
    }

    /**
     * The rules, read.
     *
     * @throws IllegalStateException if what was checked before it was stored cannot be read any more
     */
    public RuleSet rules() {
        return readable().orElseThrow(() -> new IllegalStateException(name + " of a rule set cannot be read"));
    }

    /** The rules, read; empty if this Amends cannot read them, as when a newer one has written them. */
    Optional<RuleSet> readable() {
        try {
            return JsonText.read(json.getBytes(UTF_8), RuleSetReader::readPublished)
                            instanceof RuleSetReader.Result.Good good
                    ? Optional.of(good.rules())
                    : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
