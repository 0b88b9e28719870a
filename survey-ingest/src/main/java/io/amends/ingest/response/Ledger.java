package io.amends.ingest.response;

import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.kit.directory.PortalDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The responses of the tickets at hand, and what versions, corrections and the directory make of them. Holds all
 * responses of every ticket it touches: the caller has loaded and locked them. The end state depends on the set of
 * versions alone, never on their order of arrival (A3, A4). Not thread-safe: one transaction's working set.
 */
public final class Ledger {
    private final Map<ResponseKey, HeldResponse> held = new HashMap<>();
    private final Map<String, Map<ResponseKey, HeldResponse>> byTicket = new HashMap<>();
    private final Map<ResponseKey, HeldResponse> touched = new LinkedHashMap<>();
    private final List<ResponseRevision> changes = new ArrayList<>();
    private final List<SourceVersion> stale = new ArrayList<>();
    private final Map<String, PortalDirectory> directories;
    private final long directoryOffset;
    private final Instant now;

    /**
     * @param directories the portals' directories as they were at the offset, or later
     * @param directoryOffset read before the directories were
     */
    public Ledger(
            Collection<HeldResponse> loaded,
            Map<String, PortalDirectory> directories,
            long directoryOffset,
            Instant now) {
        loaded.forEach(this::hold);
        this.directories = directories;
        this.directoryOffset = directoryOffset;
        this.now = now;
    }

    /**
     * A version from the source.
     *
     * @return false if it is not newer than what is held: it is history only
     */
    public boolean submit(SourceVersion version) {
        HeldResponse before = held.get(ResponseKey.of(version.body()));
        if (before != null && version.compareTo(before.newest()) <= 0) {
            stale.add(version);
            return false;
        }
        judge(before, version, before == null ? Corrections.none() : before.corrections());
        return true;
    }

    /**
     * A person's corrections over what is held; all of them, earlier ones included.
     *
     * @throws IllegalArgumentException if the result is no response
     */
    public void correct(HeldResponse before, Corrections corrections) {
        judge(before, before.newest(), corrections);
    }

    /** Judges it again by the directory as it is now: what waited for an entry heals (A6). */
    public void judgeAgain(ResponseKey key) {
        HeldResponse before = held.get(key);
        if (before != null) {
            judge(before, before.newest(), before.corrections());
        }
    }

    /** How a response stands now, or null. */
    public @Nullable HeldResponse find(ResponseKey key) {
        return held.get(key);
    }

    /** All changes, in order. */
    public List<ResponseRevision> changes() {
        return List.copyOf(changes);
    }

    /** The versions that were not newer than what is held. */
    public List<SourceVersion> stale() {
        return List.copyOf(stale);
    }

    /** What must be stored: the last state of everything that was judged or changed. */
    public Collection<HeldResponse> touched() {
        return List.copyOf(touched.values());
    }

    private void judge(@Nullable HeldResponse before, SourceVersion version, Corrections corrections) {
        SurveyResponse response = corrections.over(version.body());
        PortalDirectory directory = directories.get(response.portal());
        if (directory == null) {
            throw new IllegalStateException("the directory of portal " + response.portal() + " is not at hand");
        }
        List<QuarantineReason> reasons = Validity.findings(response, directory, version.acceptedAt());
        HeldResponse judged = new HeldResponse(
                version,
                corrections,
                response,
                before == null ? 0 : before.version(),
                reasons,
                Replacement.Links.NONE,
                Recording.after(before, reasons.isEmpty(), now),
                directoryOffset);
        Set<String> tickets = new LinkedHashSet<>(List.of(response.ticketKey()));
        if (before != null) {
            tickets.add(before.response().ticketKey());
            ticket(before.response().ticketKey()).remove(before.key());
        }
        hold(judged);
        Map<ResponseKey, Replacement.Links> links =
                links(tickets, directory.portal().duplicateWindowDays());
        settle(before, judged, links.getOrDefault(judged.key(), Replacement.Links.NONE));
        // The one judged first, then those it replaces: they name a response that is known by then.
        for (String ticket : tickets) {
            for (HeldResponse other : List.copyOf(ticket(ticket).values())) {
                if (!other.key().equals(judged.key())) {
                    settle(other, other, links.getOrDefault(other.key(), Replacement.Links.NONE));
                }
            }
        }
    }

    private Map<ResponseKey, Replacement.Links> links(Set<String> tickets, int windowDays) {
        Map<ResponseKey, Replacement.Links> all = new HashMap<>();
        for (String ticket : tickets) {
            List<SurveyResponse> valid = ticket(ticket).values().stream()
                    .filter(HeldResponse::valid)
                    .map(HeldResponse::response)
                    .toList();
            Replacement.of(valid, windowDays)
                    .forEach((id, links) -> all.put(new ResponseKey(valid.get(0).portal(), id), links));
        }
        return all;
    }

    private void settle(@Nullable HeldResponse before, HeldResponse judged, Replacement.Links links) {
        HeldResponse same = judged.with(judged.version(), links);
        if (same.equals(before)) {
            return;
        }
        boolean silent = before != null && same.saysTheSameAs(before);
        HeldResponse after = silent ? same : judged.with(judged.version() + 1, links);
        hold(after);
        touched.put(after.key(), after);
        if (!silent) {
            changes.add(new ResponseRevision(before, after));
        }
    }

    private void hold(HeldResponse response) {
        held.put(response.key(), response);
        ticket(response.response().ticketKey()).put(response.key(), response);
    }

    private Map<ResponseKey, HeldResponse> ticket(String key) {
        return byTicket.computeIfAbsent(key, k -> new LinkedHashMap<>());
    }
}
