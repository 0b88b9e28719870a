package io.amends.rules.versions;

import io.amends.contracts.api.RulesTag;
import io.quarkus.hibernate.orm.panache.common.ProjectedConstructor;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that is being written, or that was: a version under its own tag.
 *
 * @param ruleSet the JSON as its author wrote it
 * @param tag changes with every edit; who edits names the tag that they saw
 * @param key the API key that the last edit came with; null where nobody edits, and for edits older than this field
 */
record TaggedRules(String ruleSet, String tag, @Nullable String key) {
    /** An edit, as it is stored. */
    @ProjectedConstructor
    TaggedRules(String ruleSet, long revision, @Nullable String key) {
        this(ruleSet, RulesTag.draft(revision), key);
    }

    /** Whether somebody has begun to edit since the last publish. */
    boolean edited() {
        return RulesTag.ofDraft(tag);
    }
}
