package io.amends.ingest.imports;

import io.amends.contracts.api.ImportState;
import io.amends.ingest.imports.core.FileFormat.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The imports that are to be read, as the instances share them. One is taken for a while by one instance; whoever says how
 * far it has come names from where, so that of two that read the same rows only the first is heard.
 */
@ApplicationScoped
class ImportQueue {
    private static final String HOLDS = "leased_until = clock_timestamp() + interval '60 seconds'";
    private static final String OVER = "finished_at = clock_timestamp(), leased_until = NULL";

    private final Jdbi jdbi;

    ImportQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A row that was refused. */
    record Refusal(long line, String reason, String content) {}

    /**
     * Rows that were read.
     *
     * @param to where they end
     * @param leftOut those that are no customer's answers
     */
    record Advance(Place to, int accepted, int leftOut, List<Refusal> refusals) {}

    /** What whoever has said how far an import is does next. */
    enum Onward {
        READ_ON,
        /** Somebody has cancelled it. */
        STOP,
        /** Somebody else reads it, and has said so of the same rows before. */
        LEAVE_IT
    }

    /** Takes the one that has waited longest. */
    Optional<StoredImport> take() {
        return jdbi.withHandle(db -> db.createQuery("UPDATE survey_import SET touched_at = clock_timestamp(), " + HOLDS
                        + " WHERE id = (SELECT id FROM survey_import WHERE state = 'RUNNING'"
                        + " AND (leased_until IS NULL OR leased_until < clock_timestamp())"
                        + " ORDER BY touched_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *")
                .map(ImportStore::read)
                .findOne());
    }

    /** Says that rows were taken, refused and left out, and holds it on. */
    Onward advance(UUID id, Place from, Advance rows) {
        return jdbi.inTransaction(tx -> {
            Onward onward = tx.createQuery("UPDATE survey_import SET position = :position, line = :line,"
                            + " accepted = accepted + :accepted, refused = refused + :refused,"
                            + " left_out = left_out + :leftOut, "
                            + HOLDS + " WHERE id = :id AND state = 'RUNNING' AND position = :from RETURNING stopping")
                    .bind("id", id)
                    .bind("from", from.position())
                    .bind("position", rows.to().position())
                    .bind("line", rows.to().line())
                    .bind("accepted", rows.accepted())
                    .bind("refused", rows.refusals().size())
                    .bind("leftOut", rows.leftOut())
                    .map((row, context) -> row.getBoolean(1) ? Onward.STOP : Onward.READ_ON)
                    .findOne()
                    .orElse(Onward.LEAVE_IT);
            if (onward != Onward.LEAVE_IT) {
                refuse(tx, id, rows.refusals());
            }
            return onward;
        });
    }

    /** Lets others have it. */
    void release(UUID id) {
        jdbi.useHandle(db -> db.createUpdate("UPDATE survey_import SET leased_until = NULL WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** It is read to its end, which is that place; the file is needed no more. */
    void finish(UUID id, Place end) {
        end(id, ImportState.DONE, end);
    }

    /** It stops at that place, since somebody has cancelled it; the file is needed no more. */
    void cancel(UUID id, Place end) {
        end(id, ImportState.CANCELLED, end);
    }

    private void end(UUID id, ImportState state, Place end) {
        jdbi.useTransaction(tx -> {
            int ended = tx.createUpdate("UPDATE survey_import SET state = :state, " + OVER
                            + " WHERE id = :id AND state = 'RUNNING' AND position = :end")
                    .bind("id", id)
                    .bind("state", state.name())
                    .bind("end", end.position())
                    .execute();
            forgetFile(tx, id, ended);
        });
    }

    /** It cannot go on. */
    void fail(UUID id, String sentence) {
        jdbi.useTransaction(tx -> {
            int ended = tx.createUpdate("UPDATE survey_import SET state = 'FAILED', error = :sentence, " + OVER
                            + " WHERE id = :id AND state = 'RUNNING'")
                    .bind("id", id)
                    .bind("sentence", sentence)
                    .execute();
            forgetFile(tx, id, ended);
        });
    }

    private static void forgetFile(Handle tx, UUID id, int ended) {
        if (ended > 0) {
            tx.createUpdate("DELETE FROM survey_import_chunk WHERE import = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    private static void refuse(Handle tx, UUID id, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch(
                """
                INSERT INTO survey_import_refusal (import, line, reason, content)
                VALUES (:id, :line, :reason, :content)""");
        refusals.forEach(refusal -> batch.bind("id", id)
                .bind("line", refusal.line())
                .bind("reason", refusal.reason())
                .bind("content", refusal.content())
                .add());
        batch.execute();
    }
}
