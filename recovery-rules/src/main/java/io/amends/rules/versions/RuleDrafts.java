package io.amends.rules.versions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The drafts of all portals. */
@ApplicationScoped
class RuleDrafts implements PanacheRepositoryBase<RuleDraft, String> {

    /** Whether somebody edits; asked without reading the rules. */
    boolean editing(String cpc) {
        return count("portal = ?1 and author is not null", cpc) > 0;
    }

    /** The rules with their tag, by one statement: an edit may come at any time. Empty while nobody edits. */
    Optional<TaggedRules> edited(String cpc) {
        return find("portal = ?1 and author is not null", cpc)
                .project(TaggedRules.class)
                .firstResultOptional();
    }

    /** The draft, if its rules are those of a version; compared by the database, without reading either. */
    Optional<RuleDraft> equalTo(String cpc, long version) {
        return find(
                        "portal = ?1 and ruleSet = (select v.ruleSet from RuleVersion v where v.portal = ?1 and v.version = ?2)",
                        cpc,
                        version)
                .firstResultOptional();
    }
}
