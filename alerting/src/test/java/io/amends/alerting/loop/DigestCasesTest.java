package io.amends.alerting.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decided;
import io.amends.contracts.RecoveryDecided.Kind;
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
    private static final String AT = "2026-11-20T09:00:00Z";
    private static final String IN_PERIOD = "2026-11-20T08:00:00Z";

    @Inject
    Scene scene;

    @Test
    @DisplayName(
            "A4, A8: before the digest only the newest counts; a replacement after it is marked; a moved one goes to the new lead")
    void replacedAndMoved() {
        String cpc = scene.portal(Map.of());
        Decided old = Decided.response("old").received(IN_PERIOD);
        scene.decided(cpc, old, Decided.response("moves").received(IN_PERIOD).in("LONE"));
        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("old");
        old.version = 2;
        old.kind = Kind.NONE;
        old.supersededBy = "new";
        Decided fresh = Decided.response("new").received("2026-11-20T10:00:00Z");
        fresh.replaces = "old";
        Decided moved = Decided.response("moves").received(IN_PERIOD).in("APAC");
        moved.version = 2;
        moved.previousGroup = "LONE";
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
        Decided newest = Decided.response("r").received(IN_PERIOD);
        newest.version = 3;
        newest.kind = Kind.NONE;
        Decided older = Decided.response("r").received(IN_PERIOD);
        older.version = 2;
        scene.decided(cpc, newest, older, Decided.response("other").received(IN_PERIOD));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("other");
    }

    @Test
    @DisplayName(
            "A5, A6: a withdrawn response is in no digest, whatever came first; repaired in time it is in the next one")
    void withdrawn() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                withdrawn("late", 2),
                Decided.response("late").received(IN_PERIOD),
                Decided.response("gone").received(IN_PERIOD),
                withdrawn("gone", 2),
                withdrawn("back", 2),
                repaired("back", 3),
                Decided.response("back").received(IN_PERIOD));

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("back");
    }

    @Test
    @DisplayName("B6: the first decision about a version stands, also where nobody has to act on it")
    void decidedTwice() {
        String cpc = scene.portal(Map.of());
        Decided quiet = Decided.response("r").received(IN_PERIOD);
        quiet.kind = Kind.NONE;
        scene.decided(cpc, quiet);

        // The stage decides the same version once more, by rules that were published meanwhile.
        Decided again = Decided.response("r").received(IN_PERIOD);
        again.decisionId = "decided-again";
        Decided behind = Decided.response("behind").received(IN_PERIOD);
        behind.ticket = again.ticket; // so that they come in this order
        scene.decided(cpc, again, behind);

        assertThat(DigestApi.listed(DigestApi.run(cpc, AT, true), "lead")).containsExactly("behind");
    }

    private static Decided withdrawn(String response, long version) {
        Decided decided = Decided.response(response).received(IN_PERIOD).in("");
        decided.version = version;
        decided.kind = Kind.NONE;
        decided.withdrawn = true;
        return decided;
    }

    private static Decided repaired(String response, long version) {
        Decided decided = Decided.response(response).received(IN_PERIOD).repairedAt("2026-11-20T08:30:00Z");
        decided.version = version;
        return decided;
    }
}
