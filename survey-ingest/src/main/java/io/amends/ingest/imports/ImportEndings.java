package io.amends.ingest.imports;

import io.amends.contracts.api.ImportState;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Ends what somebody wants no more: a file that is held is deleted, an import that runs is cancelled (A1). */
@ApplicationScoped
class ImportEndings {
    private final Jdbi jdbi;
    private final ImportStore store;
    private final ImportWorker worker;
    private final AuditTrail trail;

    ImportEndings(Jdbi jdbi, ImportStore store, ImportWorker worker, AuditTrail trail) {
        this.jdbi = jdbi;
        this.store = store;
        this.worker = worker;
        this.trail = trail;
    }

    /**
     * Ends it. To end again what was cancelled, or is about to stop, changes nothing.
     *
     * @throws Problem 409 if it was read to its end before, or broke off
     */
    void end(StoredImport of, Caller caller) {
        jdbi.useTransaction(tx -> {
            if (deleted(tx, of, caller)) {
                return;
            }
            if (store.stop(tx, of.id())) {
                trail.add(tx, caller.signature(), ImportAudit.cancelled(of));
            } else {
                requireEnding(tx, of);
            }
        });
        worker.wake();
    }

    /**
     * Deletes a file while it is held.
     *
     * @throws Problem 409 if it is held no more
     */
    void delete(StoredImport of, Caller caller) {
        jdbi.useTransaction(tx -> {
            if (!deleted(tx, of, caller)) {
                throw Problem.conflict("This file is held no more: its import was started, or it was deleted.");
            }
        });
    }

    private boolean deleted(Handle tx, StoredImport of, Caller caller) {
        boolean deleted = store.delete(tx, of.id());
        if (deleted) {
            trail.add(tx, caller.signature(), ImportAudit.fileDeleted(of));
        }
        return deleted;
    }

    private static void requireEnding(Handle tx, StoredImport of) {
        ImportStore.find(tx, of.id())
                .filter(now -> !now.view().stopping() && now.view().state() != ImportState.CANCELLED)
                .ifPresent(now -> {
                    throw Problem.conflict(
                            "This import is over. What it took stays; responses that are wrong are corrected"
                                    + " by a file with the same ids and a later updatedAt.");
                });
    }
}
