package io.amends.dashboard.directory;

import io.amends.contracts.directory.EntryType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of the directory, each time in a transaction: its caller's or one of its own. So what is read is what is
 * stored now, and not what the same request has seen before.
 */
@ApplicationScoped
class EntryRows implements PanacheRepositoryBase<EntryRow, EntryRow.Id> {

    @Transactional
    Optional<EntryRow> of(EntryType type, String portal, String code) {
        return findByIdOptional(new EntryRow.Id(type, portal, code));
    }

    /** All of a type in a portal, or in all of them, by code. */
    @Transactional
    List<EntryRow> all(EntryType type, @Nullable String portal) {
        Sort byCode = Sort.by("id.code");
        return portal == null
                ? list("id.type", byCode, type.word())
                : list("id.type = ?1 and id.portal = ?2", byCode, type.word(), portal);
    }

    /** Those of a type in a portal that have these codes, by code. */
    @Transactional
    List<EntryRow> named(EntryType type, String portal, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list(
                        "id.type = ?1 and id.portal = ?2 and id.code in ?3",
                        Sort.by("id.code"),
                        type.word(),
                        portal,
                        codes);
    }

    /** The codes of a type in a portal, in order. */
    @Transactional
    List<String> codes(EntryType type, String portal) {
        return find(
                        "select id.code from EntryRow where id.type = ?1 and id.portal = ?2",
                        Sort.by("id.code"),
                        type.word(),
                        portal)
                .project(String.class)
                .list();
    }
}
