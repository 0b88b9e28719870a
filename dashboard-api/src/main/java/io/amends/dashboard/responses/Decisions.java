package io.amends.dashboard.responses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.amends.contracts.RecoveryDecided;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The decisions that the report shows. Those asked for last are kept: a version of a response never changes, and the
 * newest are asked for again and again, by every page that is open.
 */
final class Decisions {
    /** Characters of their JSON: some thousand ordinary ones, or a hundred of the longest that there can be. */
    private static final int KEPT = 16_000_000;

    private static final Duration FOR = Duration.ofMinutes(10);

    private final Cache<Version, CachedDecision> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Version version, CachedDecision decision) -> decision.characters())
            .expireAfterAccess(FOR)
            .build();

    private record CachedDecision(RecoveryDecided decision, int characters) {
        static CachedDecision read(String json) {
            return new CachedDecision(JsonColumn.read(json, RecoveryDecided.class), json.length());
        }
    }

    /** A version of a response, by which its decision is known. */
    record Version(String portal, String responseId, long version) {}

    /**
     * The decisions of a portal's responses, by response. One that was decided anew after its version was read has its
     * newest.
     */
    Map<String, RecoveryDecided> of(Handle h, String portal, Collection<Version> versions) {
        Map<String, RecoveryDecided> decisions = new HashMap<>();
        kept.getAllPresent(versions)
                .forEach((version, decision) -> decisions.put(version.responseId(), decision.decision()));
        List<String> others = versions.stream()
                .map(Version::responseId)
                .filter(id -> !decisions.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            h.createQuery("select decision from response where portal = :portal and response_id = any(:ids)")
                    .bind("portal", portal)
                    .bindArray("ids", String.class, others)
                    .mapTo(String.class)
                    .map(CachedDecision::read)
                    .forEach(read -> {
                        RecoveryDecided decision = read.decision();
                        kept.put(new Version(portal, decision.responseId(), decision.responseVersion()), read);
                        decisions.put(decision.responseId(), decision);
                    });
        }
        return decisions;
    }
}
