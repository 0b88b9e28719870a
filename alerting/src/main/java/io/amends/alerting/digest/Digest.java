package io.amends.alerting.digest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One contact's Service Recovery Report of one period, with all that it says: later changes of the directory do not
 * change it. It is kept as JSON, which is as flat as it was before it had parts.
 *
 * @param id derived from portal, period and contact, so that a repetition gives the same
 * @param items most urgent first
 * @param refused unhappy customers who asked not to be contacted: only their number is told
 */
public record Digest(
        String id,
        @JsonUnwrapped DigestPortal source,
        @JsonUnwrapped Recipient recipient,
        DigestPeriod period,
        Instant builtAt,
        List<Item> items,
        int refused) {

    /** The support groups that it lists cases of. */
    public Set<String> groups() {
        return items.stream()
                .map(item -> item.decision().supportGroup())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The portal whose cases it lists, as it was. */
    public record DigestPortal(@JsonProperty("portal") String code, Portal preferences) {}

    /** Who gets it, as the directory had it. */
    public record Recipient(String contactId, Contact contact) {}

    /**
     * One case as it stood when the digest was built.
     *
     * @param groupName the support group's name, or its code where it has none any more
     */
    public record Item(
            RecoveryDecided decision, String groupName, @Nullable String segmentName, List<DigestMark> marks) {}
}
