package io.amends.dashboard.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Finds the secrets of API keys, each time in a transaction: its caller's or one of its own. */
@ApplicationScoped
class SecretRows implements PanacheRepositoryBase<SecretRow, String> {

    /** All secrets of a key. */
    @Transactional
    List<SecretRow> of(UUID keyId) {
        return list("keyId", keyId);
    }

    /** All secrets of a portal's keys that have a newer one beside them. */
    @Transactional
    List<SecretRow> former(String portal) {
        return list("goodUntil is not null and keyId in (select k.id from KeyRow k where k.portal = ?1)", portal);
    }
}
