package io.amends.ingest.sources;

import io.amends.contracts.directory.Source;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.secrets.SecretBox;
import io.amends.kit.secrets.SecretBox.SealedShut;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of all sources: sealed in the database, in clear in the memory of each instance, which looks every second
 * whether they have changed. So webhooks are judged while PostgreSQL is away.
 */
@ApplicationScoped
public class SourceSecrets {
    private static final Logger LOG = Logger.getLogger(SourceSecrets.class);

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final SecretBox box;
    private final DirectoryView directory;
    private volatile @Nullable Snapshot known;
    private volatile String told = "";

    SourceSecrets(Jdbi jdbi, Migrations migrations, SecretBox box, DirectoryView directory) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.box = box;
        this.directory = directory;
    }

    /** All that was in the table when it had so many rows, of which the newest was changed then. */
    private record Snapshot(int rows, @Nullable OffsetDateTime newest, Map<SourceId, LiveSecrets> secrets) {}

    /**
     * The secrets of a source; empty where none were set.
     *
     * @param entry the source as the directory has it: of another one that had its code there are none
     * @throws TransientFailure as long as this instance has not read them once
     */
    Optional<LiveSecrets> of(SourceId source, Source entry) {
        Snapshot all = known;
        if (all == null) {
            throw new TransientFailure("the secrets of sources have not been read yet");
        }
        return Optional.ofNullable(all.secrets().get(source)).filter(secrets -> secrets.areOf(entry));
    }

    /** Sets all secrets of a source, in the caller's transaction. */
    void put(Handle tx, SourceId source, LiveSecrets secrets) {
        tx.createUpdate(
                        """
                        INSERT INTO source_secret (portal, source, current, previous, api, api_base, made, changed_at)
                        VALUES (:portal, :source, :current, :previous, :api, :base, :made, clock_timestamp())
                        ON CONFLICT (portal, source) DO UPDATE SET current = EXCLUDED.current,
                          previous = EXCLUDED.previous, api = EXCLUDED.api, api_base = EXCLUDED.api_base,
                          made = EXCLUDED.made, changed_at = EXCLUDED.changed_at""")
                .bind("portal", source.portal())
                .bind("source", source.code())
                .bind("current", box.seal(secrets.current(), place(source, "current")))
                .bind("previous", sealed(secrets.previous(), place(source, "previous")))
                .bind("api", sealed(secrets.api(), place(source, "api")))
                .bind("base", secrets.apiBase())
                .bind("made", secrets.made())
                .execute();
    }

    /** Takes away the secrets of sources that are not there any more. */
    private void forget(Snapshot all) {
        if (directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            return; // by half of the directory sources would be missing
        }
        all.secrets().forEach((source, secrets) -> {
            PortalDirectory portal = directory.portal(source.portal());
            if (portal != null && secrets.areOf(portal.sources().get(source.code()))) {
                return;
            }
            // Another instance may have read of a new source already, and this one not yet.
            jdbi.useHandle(db -> db.createUpdate(
                            """
                            DELETE FROM source_secret WHERE portal = :portal AND source = :source
                              AND made IS NOT DISTINCT FROM :made
                              AND changed_at < clock_timestamp() - interval '1 minute'""")
                    .bind("portal", source.portal())
                    .bind("source", source.code())
                    .bind("made", secrets.made())
                    .execute());
        });
    }

    /** Looks whether they have changed. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        if (!migrations.await(0)) {
            return;
        }
        try {
            refresh();
            forget(Objects.requireNonNull(known));
            told = "";
        } catch (RuntimeException e) { // what is known stays good; the next look tries again
            String said = Failures.said(e);
            if (!said.equals(told)) {
                LOG.warnf("the secrets of sources stay as they are known: %s", said);
            }
            told = said;
        }
    }

    /** Reads them now, if they have changed. */
    synchronized void refresh() {
        jdbi.useHandle(db -> {
            Snapshot before = known;
            Snapshot now = db.createQuery("SELECT count(*), max(changed_at) FROM source_secret")
                    .map((row, context) ->
                            new Snapshot(row.getInt(1), row.getObject(2, OffsetDateTime.class), Map.of()))
                    .one();
            if (before == null || before.rows() != now.rows() || !Objects.equals(before.newest(), now.newest())) {
                known = new Snapshot(now.rows(), now.newest(), all(db));
            }
        });
    }

    private Map<SourceId, LiveSecrets> all(Handle db) {
        Map<SourceId, LiveSecrets> all = new HashMap<>();
        db.createQuery("SELECT portal, source, current, previous, api, api_base, made FROM source_secret")
                .map((row, context) -> {
                    SourceId source = new SourceId(row.getString(1), row.getString(2));
                    try {
                        all.put(
                                source,
                                new LiveSecrets(
                                        box.open(row.getString(3), place(source, "current")),
                                        opened(row.getString(4), place(source, "previous")),
                                        opened(row.getString(5), place(source, "api")),
                                        row.getString(6),
                                        row.getString(7)));
                    } catch (SealedShut e) {
                        LOG.errorf(
                                "the secrets of source %s in %s cannot be opened: %s",
                                source.code(), source.portal(), e.getMessage());
                    }
                    return source;
                })
                .list();
        return Map.copyOf(all);
    }

    private @Nullable String sealed(@Nullable String secret, String place) {
        return secret == null ? null : box.seal(secret, place);
    }

    private @Nullable String opened(@Nullable String sealed, String place) throws SealedShut {
        return sealed == null ? null : box.open(sealed, place);
    }

    private static String place(SourceId source, String which) {
        return "source " + source.portal() + "/" + source.code() + " " + which;
    }
}
