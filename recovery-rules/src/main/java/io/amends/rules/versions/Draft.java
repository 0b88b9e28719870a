package io.amends.rules.versions;

import io.quarkus.hibernate.orm.panache.common.ProjectedConstructor;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that is being written, or that was: a version under its own tag.
 *
 * @param ruleSet the JSON as its author wrote it
 * @param tag changes with every edit; who edits names the tag that they saw
 * @param key the API key that the last edit came with; null where nobody edits, and for edits older than this field
 */
record Draft(String ruleSet, String tag, @Nullable String key) {
    /** An edit, as it is stored. */
    @ProjectedConstructor
    Draft(String ruleSet, long revision, @Nullable String key) {
        this(ruleSet, edited(revision), key);
    }

    /** The tag of what is published, while nobody has begun to edit. */
    static String untouched(long version) {
        return "v" + version;
    }

    static String edited(long revision) {
        return "d" + revision;
    }

    /** Whether somebody has begun to edit since the last publish. */
    boolean edited() {
        return tag.startsWith("d");
    }
}
