package io.amends.ingest.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.ResponseState;
import io.amends.contracts.TicketKey;
import io.amends.ingest.recorder.Books;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseSelection;
import io.amends.ingest.response.Corrections;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Ledger;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.ResponseRevision;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts a person's corrections over what the source sent; they stay over later versions (A6, A8). */
@ApplicationScoped
public class Repairs {
    private final Jdbi jdbi;
    private final Books books;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final SubmissionReader reader = new SubmissionReader();

    Repairs(Jdbi jdbi, Books books, Outbox outbox, AuditTrail trail) {
        this.jdbi = jdbi;
        this.books = books;
        this.outbox = outbox;
        this.trail = trail;
    }

    /**
     * Corrects a quarantined response.
     *
     * @param fields JSON Merge Patch: null removes
     * @throws Problem 400 if the result is no response, 404 if it is not known, 409 if it is not in quarantine
     */
    void repair(ResponseKey key, ObjectNode fields, ResponseHistory.ChangeOrigin by) {
        jdbi.useTransaction(tx -> {
            Ledger done = books.post(tx, List.of(key), tickets(key, fields), by, ledger -> {
                HeldResponse held = ledger.find(key);
                if (held == null) {
                    throw Problem.notFound("No response '" + key.responseId() + "' is known in this portal.");
                }
                if (held.state() != ResponseState.QUARANTINED) {
                    throw Problem.conflict("Response '" + key.responseId() + "' is not in quarantine.")
                            .with("state", held.state());
                }
                if (held.newest().body().contactChoice() == ContactChoice.NO
                        && fields.has(Corrections.CONTACT_CHOICE)) {
                    throw Problem.conflict("The customer said NO to being contacted, and no repair changes that.");
                }
                ledger.correct(held, checked(key, held, held.corrections().and(fields)));
            });
            trail.add(tx, author(by), audited(done, AuditAction.RESPONSE_REPAIRED, change -> change.after()
                    .key()
                    .equals(key)));
        });
        outbox.wake();
    }

    /**
     * What became of one of many.
     *
     * @param after how it stands; null: with the corrections it would be no survey response, and it is left as it was
     */
    record Repaired(ResponseKey key, @Nullable HeldResponse after) {}

    /**
     * Corrects those of some responses that are in quarantine, in one transaction; the others are passed over.
     *
     * @param fields JSON Merge Patch: null removes; it leaves their tickets as they are
     */
    List<Repaired> repairSome(List<ResponseKey> keys, ObjectNode fields, ResponseHistory.ChangeOrigin by) {
        List<Repaired> done = jdbi.inTransaction(tx -> {
            List<Repaired> repaired = new ArrayList<>();
            Ledger ledger = books.post(tx, keys, List.of(), by, open -> {
                for (ResponseKey key : keys) {
                    HeldResponse held = open.find(key);
                    if (held != null && held.state() == ResponseState.QUARANTINED) {
                        Corrections corrections =
                                fitting(key, held, held.corrections().and(fields));
                        if (corrections != null) {
                            open.correct(held, corrections);
                        }
                        repaired.add(new Repaired(key, corrections == null ? null : open.find(key)));
                    }
                }
            });
            Set<ResponseKey> which = repaired.stream()
                    .filter(one -> one.after() != null)
                    .map(Repaired::key)
                    .collect(Collectors.toSet());
            trail.add(
                    tx,
                    author(by),
                    audited(
                            ledger,
                            AuditAction.RESPONSE_REPAIRED,
                            change -> which.contains(change.after().key())));
            return repaired;
        });
        outbox.wake();
        return done;
    }

    /** The corrections, if with them it is still this survey response; null otherwise. */
    @Nullable
    Corrections fitting(ResponseKey key, HeldResponse held, Corrections corrections) {
        try {
            return ResponseKey.of(reader.read(corrections.merged(held.newest().body()))
                                    .response())
                            .equals(key)
                    ? corrections
                    : null;
        } catch (Malformed e) {
            return null;
        }
    }

    /**
     * Gives responses to a support group that exists; whoever commits wakes the outbox.
     *
     * @param selected the responses; one that the person does not see is passed over, like one that is not known
     * @return how many were in another one
     */
    int reassign(Handle tx, ResponseSelection selected, String group, ResponseHistory.ChangeOrigin by) {
        ObjectNode toGroup = Json.MAPPER.createObjectNode().put("supportGroup", group);
        List<ResponseKey> keys = selected.found(tx).stream()
                .map(id -> new ResponseKey(selected.portal(), id))
                .toList();
        Ledger done = books.post(tx, keys, List.of(), by, open -> {
            for (ResponseKey key : keys) {
                HeldResponse held = open.find(key);
                if (held != null
                        && seen(held, selected.sight())
                        && !group.equals(held.response().supportGroup())) {
                    open.correct(held, held.corrections().and(toGroup));
                }
            }
        });
        List<AuditChange> moved = audited(done, AuditAction.RESPONSE_REASSIGNED, Repairs::movesGroup).stream()
                .map(change -> change.because(by.reason()))
                .toList();
        trail.add(tx, author(by), moved);
        return moved.size();
    }

    /** Asked once more when its ticket is locked: somebody may have moved it since it was selected. */
    private static boolean seen(HeldResponse held, Sight sight) {
        return sight.all()
                || (held.valid() && sight.shows(String.valueOf(held.response().supportGroup())));
    }

    private Corrections checked(ResponseKey key, HeldResponse held, Corrections corrections) {
        try {
            ResponseKey corrected = ResponseKey.of(
                    reader.read(corrections.merged(held.newest().body())).response());
            if (!corrected.equals(key)) {
                throw Problem.badRequest(
                        "The portal and the responseId say which response it is, so they cannot be corrected.",
                        List.of());
            }
            return corrections;
        } catch (Malformed e) {
            throw Problem.badRequest("With these corrections it is not a survey response.", e.reasons());
        }
    }

    private static Signature author(ResponseHistory.ChangeOrigin origin) {
        return Objects.requireNonNull(origin.by(), "a person corrects");
    }

    private static List<AuditChange> audited(Ledger done, AuditAction what, Predicate<ResponseRevision> which) {
        return done.changes().stream()
                .filter(which)
                .map(change -> ResponseAudit.of(what, change))
                .toList();
    }

    private static List<String> tickets(ResponseKey key, ObjectNode fields) {
        return fields.has("ticketId")
                ? List.of(TicketKey.of(key.portal(), fields.get("ticketId").textValue(), key.responseId()))
                : List.of();
    }

    private static boolean movesGroup(ResponseRevision change) {
        return change.before() != null
                && !Objects.equals(
                        change.before().response().supportGroup(),
                        change.after().response().supportGroup());
    }
}
