package io.amends.rules.versions;

import io.amends.contracts.api.RuleSetVersion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The published versions of all portals. */
@ApplicationScoped
class RuleVersions implements PanacheRepositoryBase<RuleVersion, RuleVersion.Key> {

    Optional<RuleVersion> one(String cpc, long version) {
        return findByIdOptional(new RuleVersion.Key(cpc, version));
    }

    Optional<RuleVersion> newest(String cpc) {
        return find("portal", Sort.descending("version"), cpc).firstResultOptional();
    }

    /** The newest of those between two versions. */
    Optional<RuleVersion> between(String cpc, long low, long high) {
        return find("portal = ?1 and version > ?2 and version < ?3", Sort.descending("version"), cpc, low, high)
                .firstResultOptional();
    }

    /** The number of the newest; 0 before the first. */
    long newestNumber(String cpc) {
        return find("select coalesce(max(version), 0) from RuleVersion where portal = ?1", cpc)
                .project(Long.class)
                .singleResult();
    }

    /** One version without its rules. */
    Optional<RuleSetVersion> about(String cpc, long version) {
        return find("portal = ?1 and version = ?2", cpc, version)
                .project(RuleSetVersion.class)
                .firstResultOptional();
    }

    /** All of them without their rules, newest first. */
    List<RuleSetVersion> about(String cpc) {
        return find("portal", Sort.descending("version"), cpc)
                .project(RuleSetVersion.class)
                .list();
    }
}
