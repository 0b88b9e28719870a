package io.amends.dashboard.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds API keys, each time in a transaction: its caller's or one of its own. */
@ApplicationScoped
class KeyRows implements PanacheRepositoryBase<KeyRow, UUID> {

    /** The key of that id, if it is one of this portal. */
    @Transactional
    Optional<KeyRow> of(String portal, UUID id) {
        return findByIdOptional(id).filter(key -> key.portal().equals(portal));
    }

    /** All keys of a portal, by name. */
    @Transactional
    List<KeyRow> all(String portal) {
        return list("portal", Sort.by("name"), portal);
    }
}
