package io.amends.alerting.digest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contact's Service Recovery Report of one period, with all that it says: later changes of the directory do not
 * change it. It is kept as JSON, which is as flat as it was before it had parts.
 *
 * @param id derived from portal, period and contact, so that a repetition gives the same
 * @param items most urgent first, but for what waited
 * @param deferred what waits for a later digest, by group; in digests of before there was a cap: none
 * @param refused unhappy customers who asked not to be contacted: only their number is told
 */
public record Digest(
        String id,
        @JsonUnwrapped DigestPortal source,
        @JsonUnwrapped Recipient recipient,
        DigestPeriod period,
        Instant builtAt,
        List<Item> items,
        List<Deferral> deferred,
        int refused) {

    public Digest {
        deferred = orNone(deferred);
    }

    private static List<Deferral> orNone(@Nullable List<Deferral> deferred) {
        return deferred == null ? List.of() : List.copyOf(deferred);
    }

    /** The same with other cases. */
    public Digest with(List<Item> others) {
        return new Digest(id, source, recipient, period, builtAt, others, deferred, refused);
    }

    /** The support groups that it tells of: of their cases some are listed, or wait. */
    public Set<String> groups() {
        return Stream.concat(
                        items.stream().map(item -> item.decision().supportGroup()),
                        deferred.stream().map(Deferral::supportGroup))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many cases of the recipient's groups wait for a later digest. */
    public int waiting() {
        return deferred.stream().mapToInt(group -> group.cases().size()).sum();
    }

    /** The portal whose cases it lists, as it was. */
    public record DigestPortal(@JsonProperty("portal") String code, Portal preferences) {}

    /** Who gets it, as the directory had it. */
    public record Recipient(String contactId, Contact contact) {}

    /**
     * One case as it stood when the digest was built.
     *
     * @param groupName the support group's name, or its code where it has none any more
     * @param waitsSince the end of the period whose digest deferred it first (B8); null: none did
     * @param alertedAt when the recipient was told of it at once (C7); null: they were not
     * @param rule the name of the rule that lets the recipient hear of it (B5); null: it is of their groups
     */
    public record Item(
            RecoveryDecided decision,
            String groupName,
            @Nullable String segmentName,
            List<DigestMark> marks,
            @Nullable Instant waitsSince,
            @Nullable Instant alertedAt,
            @Nullable String rule) {

        /** One of the recipient's groups that did not wait, and was not told at once. */
        public Item(RecoveryDecided decision, String groupName, @Nullable String segmentName, List<DigestMark> marks) {
            this(decision, groupName, segmentName, marks, null, null, null);
        }

        /** The same with one mark more, as the first. */
        public Item marked(DigestMark mark) {
            List<DigestMark> more =
                    Stream.concat(Stream.of(mark), marks.stream()).distinct().toList();
            return new Item(decision, groupName, segmentName, more, waitsSince, alertedAt, rule);
        }
    }

    /**
     * What of a support group's cases waits for a later digest, because the group has a cap (B8).
     *
     * @param dailyCap how many of its cases a digest lists at most
     * @param cases in the order in which their turn comes
     * @param also whether the recipient has no part in the group, and hears of those alone that a rule names them for (B5)
     */
    public record Deferral(String supportGroup, String groupName, int dailyCap, List<WaitingCase> cases, boolean also) {

        /** What waits of a group whose cases are the recipient's. */
        public Deferral(String supportGroup, String groupName, int dailyCap, List<WaitingCase> cases) {
            this(supportGroup, groupName, dailyCap, cases, false);
        }
    }

    /**
     * One of them.
     *
     * @param receivedAt the moment the customer answered
     * @param since the end of the period whose digest deferred it first
     */
    public record WaitingCase(String responseId, String ticketId, Kind kind, Instant receivedAt, Instant since) {}
}
