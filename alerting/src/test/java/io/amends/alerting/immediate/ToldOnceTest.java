package io.amends.alerting.immediate;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.DigestPlan;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.digest.Selection;
import io.amends.alerting.immediate.AlertTurn.TellNow;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Nobody hears the same twice, by whatever ways it comes to them and in whatever order (issue 16, A4, A8). */
class ToldOnceTest {
    private static final Portal PORTAL =
            DirectoryEntries.portal("'timeZone':'UTC','immediateOnYes':true,'lateDays':3650");
    private static final Duration GATHERING = Duration.ofMinutes(5);
    private static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");

    /** What can happen. */
    enum Kind {
        /** A response is decided, or decided anew after an update. */
        DECIDED,
        /** It is moved to the other group. */
        MOVED,
        /** A newer answer of its ticket takes its place. */
        REPLACED,
        CLOSED,
        LOOKED,
        TOLD,
        MINUTES,
        DIGEST
    }

    record Happening(Kind kind, int response, boolean asked, boolean byRule) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Happening::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 500)
    void c7_nobodyHearsTheSameTwiceButForOneImmediateAlertBeforeTheDigest(
            @ForAll("happenings") List<Happening> happenings, @ForAll("caps") @Nullable Integer cap) {
        World world = new World(cap);
        happenings.forEach(world::happens);
    }

    @Provide
    Arbitrary<Integer> caps() {
        return Arbitraries.integers().between(0, 2).injectNull(0.5);
    }

    /** A contact, and a response that they are told of. */
    private record Telling(String contact, String response) {}

    /** Two groups whose leads are different people, with one who hears of both, and one whom a rule names. */
    private static final class World {
        private final Map<String, Candidate> candidates = new LinkedHashMap<>();
        private final Map<String, Long> versions = new HashMap<>();
        private final Set<String> closed = new HashSet<>();
        private final Set<String> gone = new HashSet<>();
        private final Set<String> unseen = new LinkedHashSet<>();
        private final Set<Telling> waiting = new LinkedHashSet<>();
        private final Map<String, AlertTurn> turns = new HashMap<>();
        private final Set<Telling> atOnce = new HashSet<>();
        private final Set<Telling> inDigest = new HashSet<>();
        private final Recipients recipients;
        private Instant now = FIRST;

        World(@Nullable Integer cap) {
            recipients = new Recipients(
                    PORTAL,
                    Map.of(
                            "NET", new Group("Network", null, "lead", List.of("both"), null, null, cap),
                            "APAC", new Group("Asia", null, "other", List.of("both"), null, null, null)),
                    Map.of(
                            "lead", DirectoryEntries.contact("Lead"),
                            "other", DirectoryEntries.contact("Other"),
                            "both", DirectoryEntries.contact("Both"),
                            "named", DirectoryEntries.contact("Named")));
        }

        void happens(Happening one) {
            String id = "r" + one.response();
            now = now.plusSeconds(1);
            switch (one.kind()) {
                case DECIDED -> decided(id, one, null);
                case MOVED -> {
                    if (candidates.containsKey(id)) {
                        decided(
                                id,
                                one,
                                candidates.get(id).decision().supportGroup().equals("NET") ? "APAC" : "NET");
                    }
                }
                case REPLACED -> {
                    candidates.remove(id);
                    gone.add(id);
                }
                case CLOSED -> closed.add(id);
                case LOOKED -> look();
                case TOLD -> tell();
                case MINUTES -> now = now.plus(GATHERING);
                case DIGEST -> digest();
            }
        }

        private void decided(String id, Happening one, @Nullable String group) {
            if (gone.contains(id)) {
                return;
            }
            Candidate before = candidates.get(id);
            DecisionBuilder decision = Decisions.about(id)
                    .received(
                            before == null ? now : before.decision().response().submittedAt())
                    .alert(one.byRule() ? Alert.IMMEDIATE : Alert.DIGEST)
                    .version(versions.merge(id, 1L, Long::sum));
            if (one.asked()) {
                decision.asked();
            }
            if (one.byRule()) {
                decision.also("named", "VIP").also("both", "VIP");
            }
            decision.group(
                    group != null
                            ? group
                            : before == null ? "NET" : before.decision().supportGroup());
            candidates.put(
                    id,
                    before == null
                            ? Candidate.fresh(decision.build())
                            : new Candidate(
                                    decision.build(), before.listedGroup(), before.shownTo(), before.waitsSince()));
            unseen.add(id);
        }

        private void look() {
            for (String id : unseen) {
                Candidate candidate = candidates.get(id);
                if (candidate != null) {
                    ImmediateAudience.of(candidate, closed.contains(id), recipients).stream()
                            .map(contact -> new Telling(contact, id))
                            .filter(telling -> !atOnce.contains(telling))
                            .forEach(waiting::add);
                }
            }
            unseen.clear();
        }

        private void tell() {
            for (String contact : List.of("lead", "other", "both", "named")) {
                List<Telling> theirs = waiting.stream()
                        .filter(telling -> telling.contact().equals(contact))
                        .toList();
                AlertTurn turn = turns.getOrDefault(contact, new AlertTurn(null));
                if (!theirs.isEmpty() && turn.at(now, null, GATHERING) instanceof TellNow tell) {
                    turns.put(contact, tell.then());
                    for (Telling telling : theirs) {
                        waiting.remove(telling);
                        Candidate candidate = candidates.get(telling.response());
                        if (candidate != null
                                && new ImmediateCase(candidate, now, closed.contains(telling.response()))
                                        .concerns(contact, recipients)) {
                            // One immediate alert, and none behind the digest that told it.
                            assertThat(atOnce.add(telling)).isTrue();
                            assertThat(inDigest).doesNotContain(telling);
                        }
                    }
                }
            }
        }

        private void digest() {
            Instant from = now;
            now = now.plus(Duration.ofDays(1));
            DigestPlan plan = DigestPlan.of(
                    new Selection(new DigestPeriod(from, now), true, PORTAL, Set.of()),
                    recipients,
                    List.copyOf(candidates.values()));
            plan.byContact().forEach((contact, contents) -> contents.picks().forEach(pick -> {
                String id = pick.decision().responseId();
                assertThat(inDigest.add(new Telling(contact, id))).isTrue();
                Candidate before = candidates.get(id);
                Set<String> shown = new HashSet<>(before.shownTo());
                shown.add(contact);
                candidates.put(id, new Candidate(before.decision(), before.listedGroup(), shown, before.waitsSince()));
            }));
            for (Candidate one : plan.listed()) {
                Candidate shown = candidates.get(one.decision().responseId());
                candidates.put(
                        one.decision().responseId(),
                        new Candidate(shown.decision(), shown.decision().supportGroup(), shown.shownTo(), null));
            }
            for (Candidate one : plan.deferred()) {
                Candidate waits = candidates.get(one.decision().responseId());
                Instant since = waits.waitsSince() == null ? now : waits.waitsSince();
                candidates.put(
                        one.decision().responseId(),
                        new Candidate(waits.decision(), waits.listedGroup(), waits.shownTo(), since));
            }
        }
    }
}
