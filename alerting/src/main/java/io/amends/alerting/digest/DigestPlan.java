package io.amends.alerting.digest;

import io.amends.contracts.api.DigestMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digests of one period: one per contact over all groups, and which candidates are done with it (C1, B8).
 *
 * @param byContact by contact id; a contact without a case has none
 * @param listed candidates that digests have had from now on, so that no later one shows them again. One that only those had
 *     whom a rule names is none: whoever is to take care of it has not heard of it
 * @param deferred candidates over their group's cap, which lead a later digest
 */
public record DigestPlan(Map<String, DigestContents> byContact, List<Candidate> listed, List<Candidate> deferred) {

    /**
     * One contact's digest.
     *
     * @param picks in their order: most urgent first, but for what waited
     * @param deferred cases of the contact's groups, or that rules name the contact for, that wait for a later digest, in the
     *     order of their turn within each group; there may be no others
     * @param refused unhappy customers of the contact's groups who asked not to be contacted
     */
    public record DigestContents(List<Pick> picks, List<Pick> deferred, int refused) {}

    /** Plans the digests; a pure function, so that the clock and a run by hand give the same. */
    public static DigestPlan of(Selection selection, Recipients recipients, Collection<Candidate> candidates) {
        Map<String, Integer> refused = new TreeMap<>();
        Map<String, List<Pick>> byGroup = new TreeMap<>();
        for (Candidate candidate : candidates) {
            String group = candidate.decision().supportGroup();
            if (selection.refused(candidate)) {
                recipients.of(group).contacts().forEach(contact -> refused.merge(contact, 1, Integer::sum));
            }
            selection.of(candidate).ifPresent(pick -> byGroup.computeIfAbsent(group, g -> new ArrayList<>())
                    .add(pick));
        }
        Map<String, List<Pick>> shown = new TreeMap<>();
        Map<String, List<Pick>> deferred = new TreeMap<>();
        List<Candidate> listed = new ArrayList<>();
        List<Candidate> waiting = new ArrayList<>();
        byGroup.forEach((group, picks) -> {
            Recipients.Audience audience = recipients.of(group);
            // What all of them had in another group's digest is shown to nobody, so it takes no place of the cap.
            List<Pick> news =
                    picks.stream().filter(pick -> !hadByAll(pick, recipients)).toList();
            Throttle throttle = Throttle.of(recipients.dailyCap(group), news);
            if (!audience.contacts().isEmpty()) {
                picks.stream().filter(pick -> hadByAll(pick, recipients)).forEach(pick -> listed.add(pick.candidate()));
                throttle.shown().forEach(pick -> listed.add(pick.candidate()));
            }
            throttle.deferred().forEach(pick -> waiting.add(pick.candidate()));
            give(throttle.shown(), audience, recipients, shown);
            give(throttle.deferred(), audience, recipients, deferred);
        });
        return new DigestPlan(contents(shown, deferred, refused), List.copyOf(listed), List.copyOf(waiting));
    }

    /** Gives the cases to each contact who did not have them: the group's, and those whom rules name. */
    private static void give(
            List<Pick> picks, Recipients.Audience audience, Recipients recipients, Map<String, List<Pick>> byContact) {
        for (Pick pick : picks) {
            Pick marked = audience.admins() ? marked(pick, DigestMark.NO_CONTACT) : pick;
            give(marked, audience.contacts(), byContact);
            give(marked(pick, DigestMark.ALSO), recipients.also(pick.decision()), byContact);
        }
    }

    private static void give(Pick pick, List<String> contacts, Map<String, List<Pick>> byContact) {
        contacts.stream()
                .filter(contact -> !pick.candidate().shownTo().contains(contact))
                .forEach(contact -> byContact
                        .computeIfAbsent(contact, c -> new ArrayList<>())
                        .add(pick));
    }

    private static Map<String, DigestContents> contents(
            Map<String, List<Pick>> shown, Map<String, List<Pick>> deferred, Map<String, Integer> refused) {
        Map<String, DigestContents> byContact = new TreeMap<>();
        TreeSet<String> contacts = new TreeSet<>(shown.keySet());
        contacts.addAll(deferred.keySet());
        for (String contact : contacts) {
            List<Pick> picks = new ArrayList<>(shown.getOrDefault(contact, List.of()));
            picks.sort(Urgency.within(picks));
            byContact.put(
                    contact,
                    new DigestContents(
                            List.copyOf(picks),
                            List.copyOf(deferred.getOrDefault(contact, List.of())),
                            refused.getOrDefault(contact, 0)));
        }
        return byContact;
    }

    private static boolean hadByAll(Pick pick, Recipients recipients) {
        return pick.candidate().shownTo().containsAll(recipients.hearing(pick.decision()));
    }

    private static Pick marked(Pick pick, DigestMark mark) {
        EnumSet<DigestMark> marks = EnumSet.of(mark);
        marks.addAll(pick.marks());
        return new Pick(pick.candidate(), marks);
    }
}
