package io.amends.notes.dossier;

import io.amends.contracts.RecoveryDecided;
import io.amends.notes.cases.Case;
import io.amends.notes.note.NoteMark;
import io.amends.notes.ticket.TicketId;
import io.amends.notes.ticket.TicketResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one ticket: the newest decision of each response, the case, and the marks of its notes. A
 * value: changes make a new one.
 *
 * @param version number of events emitted about this ticket so far
 * @param recoveryCase the case, once there is one; one per ticket
 */
public record Dossier(
        TicketId id, long version, List<TicketResponse> responses, @Nullable Case recoveryCase, List<NoteMark> notes) {

    private static final Comparator<TicketResponse> BY_RECEIVED = Comparator.comparing(
                    (TicketResponse r) -> r.decision().response().submittedAt())
            .thenComparing(TicketResponse::responseId);

    /** A ticket nobody has heard of yet. */
    public static Dossier empty(TicketId id) {
        return new Dossier(id, 0, List.of(), null, List.of());
    }

    /** The customer's newest answer that counts, by the time it was received (A4); null before there is one. */
    public @Nullable RecoveryDecided newest() {
        return currentByReceived()
                .reduce((earlier, later) -> later)
                .map(TicketResponse::decision)
                .orElse(null);
    }

    /** The answer that the ticket stands at: the newest, or while there is none that counts, the one its case is about. */
    public @Nullable RecoveryDecided answered() {
        RecoveryDecided newest = newest();
        String about = recoveryCase == null ? null : recoveryCase.assignment().responseId();
        return newest != null || about == null
                ? newest
                : response(about).map(TicketResponse::decision).orElse(null);
    }

    /** Whether the customer said NO: in the newest answer, or where none counts in any that may count again (B4). */
    public boolean refused() {
        RecoveryDecided newest = newest();
        return newest == null
                ? responses.stream()
                        .filter(r -> r.decision().standing() != RecoveryDecided.Standing.REPLACED)
                        .anyMatch(r -> forbids(r.onContact()))
                : forbids(newest);
    }

    private static boolean forbids(RecoveryDecided decision) {
        return decision.contact() == RecoveryDecided.Contact.FORBIDDEN;
    }

    /** The responses that count, oldest first. */
    public List<TicketResponse> current() {
        return currentByReceived().toList();
    }

    private java.util.stream.Stream<TicketResponse> currentByReceived() {
        return responses.stream().filter(TicketResponse::current).sorted(BY_RECEIVED);
    }

    /** This response, replaced or not. */
    public Optional<TicketResponse> response(String responseId) {
        return responses.stream().filter(r -> r.responseId().equals(responseId)).findFirst();
    }

    /**
     * The response that stands for this one now: itself, or the end of its replacements as far as they are known (A4, D5).
     * For what was withdrawn (A5) stands the ticket's newest answer, where there is one.
     */
    public Optional<TicketResponse> standingFor(String responseId) {
        Optional<TicketResponse> last = lastReplacement(responseId);
        return last.isPresent() && last.get().withdrawal() != null
                ? currentByReceived().reduce((earlier, later) -> later).or(() -> last)
                : last;
    }

    /**
     * The group that whatever is about this response belongs to now; null where nothing stands for the response.
     *
     * @param responseId null for what is about the case without a survey (A9)
     */
    public @Nullable String groupOf(@Nullable String responseId) {
        if (responseId == null) {
            return recoveryCase == null ? null : recoveryCase.assignment().supportGroup();
        }
        return standingFor(responseId).map(r -> r.decision().supportGroup()).orElse(null);
    }

    /** The groups that all that is known of the ticket belongs to now. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        responses.stream()
                .flatMap(r -> standingFor(r.responseId()).stream())
                .forEach(r -> groups.add(r.decision().supportGroup()));
        if (recoveryCase != null) {
            groups.add(recoveryCase.assignment().supportGroup());
        }
        return groups;
    }

    private Optional<TicketResponse> lastReplacement(String responseId) {
        Optional<TicketResponse> found = response(responseId);
        for (int steps = 0; steps < responses.size(); steps++) {
            String next = found.map(r -> r.decision().supersededBy()).orElse(null);
            Optional<TicketResponse> replacement = next == null ? Optional.empty() : response(next);
            if (replacement.isEmpty()) {
                return found;
            }
            found = replacement;
        }
        return found;
    }

    /** Keeps the newer version of a response; the same dossier where the arriving one tells nothing new (A3). */
    public Dossier with(RecoveryDecided arrived) {
        TicketResponse known = response(arrived.responseId()).orElse(null);
        TicketResponse merged = TicketResponse.merge(known, arrived);
        return merged.equals(known) ? this : holding(merged);
    }

    /** The same with this response as it is. */
    public Dossier holding(TicketResponse response) {
        List<TicketResponse> all = new ArrayList<>(responses);
        all.removeIf(r -> r.responseId().equals(response.responseId()));
        all.add(response);
        return new Dossier(id, version, List.copyOf(all), recoveryCase, notes);
    }

    public Dossier without(String responseId) {
        List<TicketResponse> others = responses.stream()
                .filter(r -> !r.responseId().equals(responseId))
                .toList();
        return new Dossier(id, version, others, recoveryCase, notes);
    }

    public Dossier with(@Nullable Case changed) {
        return new Dossier(id, version, responses, changed, notes);
    }

    public Dossier with(NoteMark note) {
        List<NoteMark> all = new ArrayList<>(notes);
        all.add(note);
        return new Dossier(id, version, responses, recoveryCase, List.copyOf(all));
    }

    public Dossier atVersion(long next) {
        return new Dossier(id, next, responses, recoveryCase, notes);
    }

    /**
     * The notes on a response: those written on it and on whatever it replaced, since notes go with the ticket (A4). Those
     * from before the first survey are on the newest response.
     *
     * @param responseId null: those on the case without a survey (A9)
     */
    public List<NoteMark> notesOn(@Nullable String responseId) {
        RecoveryDecided newest = newest();
        String home = newest == null ? null : newest.responseId();
        return notes.stream()
                .filter(note ->
                        Objects.equals(responseId, note.responseId() == null ? home : noteHome(note.responseId())))
                .toList();
    }

    private String noteHome(String responseId) {
        return standingFor(responseId).map(TicketResponse::responseId).orElse(responseId);
    }

    /** When the customer was last spoken to (D12). */
    public Optional<Instant> lastSpoken() {
        return notes.stream().filter(NoteMark::spoke).map(NoteMark::at).max(Comparator.naturalOrder());
    }
}
