package io.amends.ingest.requests.core;

import io.amends.contracts.Customer;
import io.amends.contracts.FileRequest;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Region;
import io.amends.kit.access.Signature;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.id.Ids;
import io.amends.kit.id.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was sent, by whichever door (A9): what is wrong with it, by what it is recognised, and what is filed of
 * it. Pure.
 */
public record RequestForm(FileRequest sent) {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_DETAIL = 500;

    /**
     * All that is wrong with it; empty if nothing is.
     *
     * @param groups the support groups for which whoever files it may do so
     */
    public List<Reason> faults(Set<String> groups) {
        List<Reason> faults = new ArrayList<>();
        if (sent.portal() == null) {
            faults.add(new Reason("/portal", "is missing"));
        }
        needed("/ticketId", sent.ticketId(), LONGEST_ID, faults);
        if (sent.supportGroup() == null) {
            faults.add(new Reason("/supportGroup", "is missing"));
        } else if (!groups.contains(sent.supportGroup())) {
            faults.add(new Reason("/supportGroup", "unknown support group " + sent.supportGroup()));
        }
        one("/type", sent.type(), RequestType.values(), faults);
        one("/format", sent.format(), RequestFormat.values(), faults);
        needed("/description", sent.description(), LONGEST_TEXT, faults);
        optional("/questions", sent.questions(), LONGEST_TEXT, faults);
        optional("/author", sent.author(), LONGEST_NAME, faults);
        if (sent.region() != null && !EntryRules.isCode(sent.region())) {
            faults.add(new Reason("/region", "must be a code of 1 to 64 letters, digits and the signs . _ -"));
        }
        if (!Stream.of(details(sent.customer())).allMatch(text -> text.length() <= LONGEST_DETAIL)) {
            faults.add(new Reason("/customer", "has a text of more than " + LONGEST_DETAIL + " characters"));
        }
        return List.copyOf(faults);
    }

    /**
     * The request's id: the same for the same key, or where there is none for the same words.
     *
     * @param idempotencyKey as it was sent
     */
    public String id(@Nullable String idempotencyKey) {
        String portal = String.valueOf(sent.portal());
        return (idempotencyKey == null
                        ? Ids.v5("request", portal, hash())
                        : Ids.v5("request-key", portal, idempotencyKey))
                .toString();
    }

    /** Tells whether a repetition says the same. */
    public String hash() {
        return Sha256.hex(Json.write(sent));
    }

    /**
     * What is filed, of a request in which nothing is wrong.
     *
     * @param portal says to which region the group belongs, and which channel that has
     */
    public RequestFiled filed(String requestId, PortalDirectory portal, Signature by, Instant now) {
        String ticket = Objects.requireNonNull(sent.ticketId());
        String group = Objects.requireNonNull(sent.supportGroup());
        Group known = portal.groups().get(group);
        String region = sent.region() != null || known == null ? sent.region() : known.region();
        Region place = region == null ? null : portal.regions().get(region);
        return new RequestFiled(
                requestId,
                portal.cpc(),
                Ids.ofCase(portal.cpc(), ticket),
                ticket,
                group,
                Objects.requireNonNull(sent.type()),
                Objects.requireNonNull(sent.format()),
                Objects.requireNonNull(sent.description()).strip(),
                blankToNull(sent.questions()),
                Boolean.TRUE.equals(sent.urgent()),
                region,
                place == null ? null : place.channel(),
                sent.customer(),
                Objects.requireNonNullElse(blankToNull(sent.author()), by.who()),
                by.name(),
                by.key(),
                now);
    }

    private static void needed(String pointer, @Nullable String text, int longest, List<Reason> faults) {
        if (text == null || StorableText.blank(text)) {
            faults.add(new Reason(pointer, "is missing"));
        } else {
            optional(pointer, text, longest, faults);
        }
    }

    private static void optional(String pointer, @Nullable String text, int longest, List<Reason> faults) {
        String fault = text == null ? null : StorableText.fault(text, longest);
        if (fault != null) {
            faults.add(new Reason(pointer, fault));
        }
    }

    private static void one(String pointer, @Nullable Enum<?> word, Enum<?>[] words, List<Reason> faults) {
        if (word == null) {
            String all = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
            faults.add(new Reason(pointer, "is required, and one of " + all));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || StorableText.blank(text) ? null : text.strip();
    }

    private static String[] details(@Nullable Customer customer) {
        return customer == null
                ? new String[0]
                : Stream.of(
                                customer.id(),
                                customer.name(),
                                customer.email(),
                                customer.phone(),
                                customer.company(),
                                customer.timeZone(),
                                customer.preferredContact(),
                                customer.accountManager())
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
    }
}
