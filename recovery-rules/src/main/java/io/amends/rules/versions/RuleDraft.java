package io.amends.rules.versions;

import io.amends.kit.access.Signature;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is edited of a portal's rules. The row stays when the draft is published, without rules until somebody edits again. */
@Entity
class RuleDraft {
    @Id
    private String portal;

    /** Up to 15 MiB, so not read along with the rest. */
    @Basic(fetch = FetchType.LAZY)
    private @Nullable String ruleSet;

    /** It only grows, so that no tag ever comes a second time. */
    @Version
    private long revision;

    @Column
    private @Nullable String author;

    @Column
    private @Nullable String key;

    @Column
    private Instant changedAt;

    RuleDraft() {}

    /** The first draft of a portal. */
    RuleDraft(String portal, Instant now) {
        this.portal = portal;
        this.changedAt = now;
    }

    long revision() {
        return revision;
    }

    /** Whether somebody has begun to edit since the last publish. */
    boolean edited() {
        return author != null;
    }

    void edit(String rules, Signature by, Instant now) {
        ruleSet = rules;
        author = by.name();
        key = by.key();
        changedAt = now;
    }

    /** Nobody edits any more. */
    void end(Instant now) {
        ruleSet = null;
        author = null;
        key = null;
        changedAt = now;
    }
}
