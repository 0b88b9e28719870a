package io.amends.dashboard.preferences.transfer;

import io.amends.dashboard.directory.PortalDeleted;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The files that somebody looks at before they are applied, so that what was shown is what is applied (F6). */
@ApplicationScoped
class Uploads {
    /** How long a file is kept that nobody applies. */
    static final Duration KEPT = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Clock clock;

    Uploads(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Whose file it is, and for what.
     *
     * @param list by its word
     */
    record Owner(String portal, String list, String person) {}

    /** Keeps a file in the place of the one that its owner looked at before. */
    UUID keep(Owner owner, byte[] content) {
        UUID id = UUID.randomUUID();
        jdbi.useTransaction(tx -> {
            tx.createUpdate(
                            "delete from directory_upload where portal = :portal and list = :list and uploaded_by = :person")
                    .bind("portal", owner.portal())
                    .bind("person", owner.person())
                    .bind("list", owner.list())
                    .execute();
            tx.createUpdate(
                            """
                            insert into directory_upload (id, portal, list, uploaded_by, uploaded_at, content)
                            values (:id, :portal, :list, :person, :now, :content)""")
                    .bind("portal", owner.portal())
                    .bind("list", owner.list())
                    .bind("person", owner.person())
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .bind("content", content)
                    .execute();
        });
        return id;
    }

    /** A file of this owner's; empty if there is none any more. */
    Optional<byte[]> find(Owner owner, UUID id) {
        return jdbi.withHandle(db -> db.createQuery(
                        """
                        select content from directory_upload
                        where id = :id and portal = :portal and list = :list and uploaded_by = :person
                          and uploaded_at > :since""")
                .bind("id", id)
                .bind("portal", owner.portal())
                .bind("list", owner.list())
                .bind("person", owner.person())
                .bind("since", clock.instant().minus(KEPT))
                .mapTo(byte[].class)
                .findOne());
    }

    /** Forgets a file. */
    void forget(UUID id) {
        jdbi.useHandle(db -> db.createUpdate("delete from directory_upload where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Forgets those of a portal, in the transaction that deletes it. */
    void forgetAll(@Observes PortalDeleted gone) {
        jdbi.useHandle(tx -> tx.createUpdate("delete from directory_upload where portal = :portal")
                .bind("portal", gone.cpc())
                .execute());
    }

    /** Forgets those that nobody applied. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        jdbi.useHandle(db -> db.createUpdate("delete from directory_upload where uploaded_at <= :since")
                .bind("since", clock.instant().minus(KEPT))
                .execute());
    }
}
