package io.amends.alerting.digest;

import io.amends.contracts.api.DigestMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The digests of one period: one per contact over all groups, and which candidates are done with it (C1).
 *
 * @param byContact by contact id; a contact without a case has none
 * @param listed candidates that digests have had from now on, so that no later one shows them again
 */
public record DigestPlan(Map<String, DigestContents> byContact, List<Candidate> listed) {

    /**
     * One contact's digest.
     *
     * @param picks most urgent first
     * @param refused unhappy customers of the contact's groups who asked not to be contacted
     */
    public record DigestContents(List<Pick> picks, int refused) {}

    /** Plans the digests; a pure function, so that the clock and a run by hand give the same. */
    public static DigestPlan of(Selection selection, Recipients recipients, Collection<Candidate> candidates) {
        Map<String, List<Pick>> picks = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        Set<Candidate> listed = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            Recipients.Audience audience = recipients.of(candidate.decision().supportGroup());
            if (selection.refused(candidate)) {
                audience.contacts().forEach(contact -> refused.merge(contact, 1, Integer::sum));
            }
            selection.of(candidate).ifPresent(pick -> {
                Pick marked = audience.admins() ? withoutContact(pick) : pick;
                if (!audience.contacts().isEmpty()) {
                    listed.add(candidate);
                }
                audience.contacts().stream()
                        .filter(contact -> !candidate.shownTo().contains(contact))
                        .forEach(contact -> picks.computeIfAbsent(contact, c -> new ArrayList<>())
                                .add(marked));
            });
        }
        Map<String, DigestContents> byContact = new TreeMap<>();
        picks.forEach((contact, its) -> {
            its.sort(Comparator.comparing(Pick::decision, Urgency.FIRST));
            byContact.put(contact, new DigestContents(List.copyOf(its), refused.getOrDefault(contact, 0)));
        });
        return new DigestPlan(byContact, List.copyOf(listed));
    }

    private static Pick withoutContact(Pick pick) {
        EnumSet<DigestMark> marks = EnumSet.of(DigestMark.NO_CONTACT);
        marks.addAll(pick.marks());
        return new Pick(pick.candidate(), marks);
    }
}
