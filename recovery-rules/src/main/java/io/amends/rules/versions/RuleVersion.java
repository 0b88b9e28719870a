package io.amends.rules.versions;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published version with its rules. {@link RuleSetVersion} is the same without them. */
@Entity
@Immutable
@IdClass(RuleVersion.Key.class)
class RuleVersion {
    @Id
    private String portal;

    @Id
    private long version;

    @Column
    private String ruleSet;

    @Column
    private String author;

    @Column
    private @Nullable String key;

    @Column
    private Instant publishedAt;

    @Column
    private String reason;

    @Column
    private @Nullable String draft;

    RuleVersion() {}

    /** What a version is known by. */
    record Key(String portal, long version) {}

    long version() {
        return version;
    }

    boolean sameRules(RuleVersion other) {
        return ruleSet.equals(other.ruleSet);
    }

    NamedRules named() {
        return NamedRules.version(version, ruleSet);
    }

    /** The rules as a draft: what is published is shown so where nobody edits. */
    TaggedRules asDraft() {
        return new TaggedRules(ruleSet, RulesTag.version(version), null);
    }
}
