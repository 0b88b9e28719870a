package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which cases a digest lists, whatever happened to a response before and in whatever order it is told. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DigestCasesTest {
    @Inject
    Scene scene;

    @Test
    @DisplayName(
            "A4, A8: before the digest only the newest counts; a replacement after it is marked; a moved one goes to the new lead")
    void replacedAndMoved() {
        String cpc = scene.portal(Map.of());
        DecisionBuilder old = Decisions.about("old").received(IN_PERIOD);
        scene.decided(cpc, old, Decisions.about("moves").received(IN_PERIOD).group("LONE"));
        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("old");
        old.version(2);
        old.kind(Kind.NONE);
        old.supersededBy("new");
        DecisionBuilder fresh = Decisions.about("new").received("2026-11-20T10:00:00Z");
        fresh.replaces("old");
        DecisionBuilder moved = Decisions.about("moves").received(IN_PERIOD).group("APAC");
        moved.version(2);
        moved.movedFrom("LONE");
        scene.decided(cpc, old, fresh, moved);

        JsonPath next = DigestApi.run(cpc, "2026-11-21T09:00:00Z", true);

        assertThat(DigestApi.listed(next, "lead")).containsExactly("new");
        assertThat(DigestApi.item(next, "lead", "new").getBoolean("replacing")).isTrue();
        assertThat(DigestApi.listed(next, "also")).containsExactly("moves", "new");
        assertThat(DigestApi.item(next, "also", "moves").getBoolean("moved")).isTrue();
    }

    @Test
    @DisplayName("A3: an older version that comes late does not undo a newer one, not even within one batch")
    void versions() {
        String cpc = scene.portal(Map.of());
        DecisionBuilder newest = Decisions.about("r").received(IN_PERIOD);
        newest.version(3);
        newest.kind(Kind.NONE);
        DecisionBuilder older = Decisions.about("r").received(IN_PERIOD);
        older.version(2);
        scene.decided(cpc, newest, older, Decisions.about("other").received(IN_PERIOD));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("other");
    }

    @Test
    @DisplayName(
            "A3, A12: what a replay changes of a response that a digest has listed is listed and mailed no more; what becomes"
                    + " a candidate by it is in the next digest")
    void replayed() {
        String cpc = scene.portal(Map.of());
        DecisionBuilder quiet = Decisions.about("quiet").received(IN_PERIOD);
        quiet.kind(Kind.NONE);
        scene.decided(cpc, Decisions.about("listed").received(IN_PERIOD), quiet);
        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("listed");
        DecisionBuilder read =
                Decisions.about("listed").received(IN_PERIOD).with(r -> r.comment("By a better mapping."));
        read.version(2);
        DecisionBuilder found = Decisions.about("quiet").received(IN_PERIOD);
        found.version(2);

        scene.decided(cpc, read, found);

        JsonPath next = DigestApi.run(cpc, "2026-11-21T09:00:00Z", true);
        assertThat(DigestApi.listed(next, "lead")).containsExactly("quiet");
        DecisionBuilder again = Decisions.about("listed").received(IN_PERIOD).with(r -> r.comment("By the best."));
        again.version(3);
        scene.decided(cpc, again);
        assertThat(DigestApi.run(cpc, "2026-11-22T09:00:00Z", true).getList("digests"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A5, A6: a withdrawn response is in no digest, whatever came first; repaired in time it is in the next one")
    void withdrawn() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                withdrawn("late", 2),
                Decisions.about("late").received(IN_PERIOD),
                Decisions.about("gone").received(IN_PERIOD),
                withdrawn("gone", 2),
                withdrawn("back", 2),
                repaired("back", 3),
                Decisions.about("back").received(IN_PERIOD));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("back");
    }

    @Test
    @DisplayName("B6: the first decision about a version stands, also where nobody has to act on it")
    void decidedTwice() {
        String cpc = scene.portal(Map.of());
        DecisionBuilder quiet = Decisions.about("r").received(IN_PERIOD);
        quiet.kind(Kind.NONE);
        scene.decided(cpc, quiet);

        // The stage decides the same version once more, by rules that were published meanwhile.
        DecisionBuilder again = Decisions.about("r").received(IN_PERIOD);
        again.decisionId("decided-again");
        DecisionBuilder behind = Decisions.about("behind").received(IN_PERIOD);
        behind.ticket("T-r"); // so that they come in this order
        scene.decided(cpc, again, behind);

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("behind");
    }

    private static DecisionBuilder withdrawn(String response, long version) {
        DecisionBuilder decided = Decisions.about(response).received(IN_PERIOD).group("");
        decided.version(version);
        decided.withdrawn();
        return decided;
    }

    private static DecisionBuilder repaired(String response, long version) {
        DecisionBuilder decided = Decisions.about(response).received(IN_PERIOD).repairedAt("2026-11-20T08:30:00Z");
        decided.version(version);
        return decided;
    }
}
