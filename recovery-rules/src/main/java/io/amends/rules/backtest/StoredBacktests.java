package io.amends.rules.backtest;

import io.amends.kit.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The backtests of all portals. */
@ApplicationScoped
class StoredBacktests implements PanacheRepositoryBase<StoredBacktest, UUID> {

    Optional<StoredBacktest> one(String portal, UUID id) {
        return find("portal = ?1 and id = ?2", portal, id).firstResultOptional();
    }

    /** One that nobody else changes until the transaction ends, not even who runs it. */
    Optional<StoredBacktest> held(String portal, UUID id) {
        return find("portal = ?1 and id = ?2", portal, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A page of them, newest first; none has as many as the language of queries can count. */
    List<StoredBacktest> newest(String portal, PageRequest page) {
        int offset = (int) Math.min(page.offset(), Integer.MAX_VALUE);
        return find("portal = ?1 order by number desc limit ?2 offset ?3", portal, page.size(), offset)
                .list();
    }
}
