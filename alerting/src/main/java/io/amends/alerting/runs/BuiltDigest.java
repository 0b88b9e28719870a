package io.amends.alerting.runs;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.DigestBuilt;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import java.util.ArrayList;
import java.util.List;

/** Tells the other services what a digest lists and what waits (B8), so that nobody is reminded of what waits. */
final class BuiltDigest {
    /** Ids in each list of one event: with the longest ones that there may be it is still smaller than its topic allows. */
    static final int IN_ONE_EVENT = 500;

    private BuiltDigest() {}

    /** The events of a digest: one, or several with a part of the lists each where these are long. */
    static List<OutboundEvent> events(Digest digest) {
        List<String> shown = digest.items().stream()
                .map(item -> item.decision().responseId())
                .toList();
        List<String> deferred = digest.deferred().stream()
                .flatMap(group -> group.cases().stream())
                .map(Digest.WaitingCase::responseId)
                .toList();
        List<OutboundEvent> events = new ArrayList<>();
        int longest = Math.max(shown.size(), deferred.size());
        for (int from = 0; from == 0 || from < longest; from += IN_ONE_EVENT) {
            DigestBuilt data = new DigestBuilt(
                    digest.id(),
                    digest.source().code(),
                    digest.recipient().contactId(),
                    new DigestBuilt.Span(digest.period().from(), digest.period().to()),
                    part(shown, from),
                    part(deferred, from),
                    digest.builtAt());
            String id = Ids.v5(EventTypes.DIGEST_BUILT, digest.id(), Integer.toString(from))
                    .toString();
            events.add(OutboundEvent.of(Topics.DELIVERIES, digest.source().code(), id, EventTypes.DIGEST_BUILT, data));
        }
        return events;
    }

    private static List<String> part(List<String> ids, int from) {
        return ids.subList(Math.min(from, ids.size()), Math.min(from + IN_ONE_EVENT, ids.size()));
    }
}
