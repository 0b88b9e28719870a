package io.amends.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.SurveyImport;
import io.amends.ingest.imports.core.FileEncoding;
import io.amends.ingest.imports.core.FileFormat.Place;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The imports of all portals, as they were begun and as they stand. */
@ApplicationScoped
class ImportStore {
    /** What of the rows anybody is told: a file is one when it is there whole. */
    private static final String WHOLE = " FROM survey_import WHERE state <> 'KEEPING' AND ";

    private final Jdbi jdbi;

    ImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A file that is kept.
     *
     * @param preset what its columns mean, or what of that is known while it is held
     */
    record KeptFile(long bytes, FileEncoding encoding, @Nullable String presetName, ImportPreset preset) {}

    /** Begins to keep a file. */
    UUID begin(String portal, @Nullable String file, String author) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(db -> db.createUpdate(
                        """
                        INSERT INTO survey_import (id, portal, state, file, author)
                        VALUES (:id, :portal, 'KEEPING', :file, :author)""")
                .bind("id", id)
                .bind("portal", portal)
                .bind("file", file)
                .bind("author", author)
                .execute());
        return id;
    }

    /** The file is there whole, and is held or imported from here on. */
    void keep(Handle tx, UUID id, KeptFile kept, ImportState state) {
        tx.createUpdate(
                        """
                        UPDATE survey_import SET state = :state, bytes = :bytes, encoding = :encoding,
                          preset_name = :name, preset = CAST(:preset AS jsonb), touched_at = clock_timestamp()
                        WHERE id = :id AND state = 'KEEPING'""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("bytes", kept.bytes())
                .bind("encoding", kept.encoding().name())
                .bind("name", kept.presetName())
                .bind("preset", json(kept.preset()))
                .execute();
    }

    /** Imports a file that is held; false if it is held no more. */
    boolean start(Handle tx, UUID id, @Nullable String presetName, ImportPreset preset) {
        return tx.createUpdate(
                                """
                                UPDATE survey_import SET state = 'RUNNING', preset_name = :name,
                                  preset = CAST(:preset AS jsonb), touched_at = clock_timestamp()
                                WHERE id = :id AND state = 'HELD'""")
                        .bind("id", id)
                        .bind("name", presetName)
                        .bind("preset", json(preset))
                        .execute()
                > 0;
    }

    /** Forgets a file that was not kept to its end. */
    void discard(UUID id) {
        jdbi.useHandle(db -> db.createUpdate("DELETE FROM survey_import WHERE id = :id AND state = 'KEEPING'")
                .bind("id", id)
                .execute());
    }

    /** Deletes a file that is held; false if it is held no more. */
    boolean delete(Handle tx, UUID id) {
        return tx.createUpdate("DELETE FROM survey_import WHERE id = :id AND state = 'HELD'")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** Has whoever reads an import stop soon; false if it does not run, or is to stop already. */
    boolean stop(Handle tx, UUID id) {
        return tx.createUpdate("UPDATE survey_import SET stopping = true WHERE id = :id AND state = 'RUNNING' AND NOT"
                                + " stopping")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    /** An import that is there. */
    Optional<StoredImport> find(UUID id) {
        return jdbi.withHandle(db -> find(db, id));
    }

    static Optional<StoredImport> find(Handle db, UUID id) {
        return db.createQuery("SELECT *" + WHOLE + "id = :id")
                .bind("id", id)
                .map(ImportStore::read)
                .findOne();
    }

    /** The imports of a portal, the newest first. */
    Page<SurveyImport> list(String portal, PageRequest page) {
        return jdbi.withHandle(db -> new Page<>(
                db.createQuery("SELECT *" + WHOLE
                                + "portal = :portal ORDER BY begun_at DESC, id LIMIT :size OFFSET :offset")
                        .bind("portal", portal)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map(ImportStore::read)
                        .map(StoredImport::view)
                        .list(),
                page.page(),
                page.size(),
                db.createQuery("SELECT count(*)" + WHOLE + "portal = :portal")
                        .bind("portal", portal)
                        .mapTo(Long.class)
                        .one()));
    }

    static StoredImport read(ResultSet row, StatementContext context) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        long accepted = row.getLong("accepted");
        long refused = row.getLong("refused");
        long leftOut = row.getLong("left_out");
        long bytes = row.getLong("bytes");
        Place reached = new Place(row.getLong("position"), row.getLong("line"));
        ImportState state = ImportState.valueOf(row.getString("state"));
        double progress = state == ImportState.DONE || bytes == 0
                ? state == ImportState.DONE ? 1 : 0
                : Math.min(1, (double) reached.position() / bytes);
        SurveyImport view = new SurveyImport(
                id.toString(),
                row.getString("portal"),
                state,
                accepted + refused + leftOut,
                accepted,
                refused,
                leftOut,
                progress,
                bytes,
                row.getString("file"),
                row.getString("preset_name"),
                row.getString("author"),
                row.getTimestamp("begun_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                row.getString("error"),
                row.getBoolean("stopping"));
        FileEncoding encoding = FileEncoding.valueOf(row.getString("encoding"));
        return new StoredImport(id, view, encoding, preset(row.getString("preset")), reached);
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }

    static String json(ImportPreset preset) {
        return new String(Json.write(preset), UTF_8);
    }

    static ImportPreset preset(String stored) {
        try {
            return Json.read(stored.getBytes(UTF_8), ImportPreset.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored preset cannot be read", e);
        }
    }
}
