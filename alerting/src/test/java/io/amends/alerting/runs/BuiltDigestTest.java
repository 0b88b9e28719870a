package io.amends.alerting.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.rendering.Samples;
import io.amends.contracts.DigestBuilt;
import io.amends.contracts.Json;
import io.amends.kit.event.OutboundEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BuiltDigestTest {

    @Test
    @DisplayName("B8: what a digest lists and what waits is told to the other services, by portal")
    void told() throws IOException {
        Digest digest = Samples.waiting(
                Samples.digest("en", List.of(Samples.item(Decisions.about("kim"))), 0),
                Samples.deferral("Network EMEA", 1, 2));

        List<OutboundEvent> events = BuiltDigest.events(digest);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).key()).isEqualTo("acme");
        assertThat(read(events.get(0)))
                .isEqualTo(new DigestBuilt(
                        digest.id(),
                        "acme",
                        "c-2",
                        new DigestBuilt.Span(
                                digest.period().from(), digest.period().to()),
                        List.of("kim"),
                        List.of("w0", "w1"),
                        digest.builtAt()));
        assertThat(BuiltDigest.events(digest))
                .extracting(OutboundEvent::id)
                .containsExactly(events.get(0).id());
    }

    @Test
    @DisplayName("B8: a backlog that is too long for one event is told in several, each id once")
    void parts() throws IOException {
        int waiting = 2 * BuiltDigest.IN_ONE_EVENT + 1;
        Digest digest = Samples.waiting(
                Samples.digest("en", List.of(Samples.item(Decisions.about("kim"))), 0),
                Samples.deferral("Network EMEA", 1, waiting));

        List<OutboundEvent> events = BuiltDigest.events(digest);

        List<String> shown = new ArrayList<>();
        List<String> deferred = new ArrayList<>();
        for (OutboundEvent event : events) {
            shown.addAll(read(event).shown());
            deferred.addAll(read(event).deferred());
        }
        assertThat(events).hasSize(3).extracting(OutboundEvent::id).doesNotHaveDuplicates();
        assertThat(shown).containsExactly("kim");
        assertThat(deferred)
                .containsExactlyElementsOf(
                        IntStream.range(0, waiting).mapToObj(i -> "w" + i).toList());
    }

    private static DigestBuilt read(OutboundEvent event) throws IOException {
        return Json.read(event.data(), DigestBuilt.class);
    }
}
