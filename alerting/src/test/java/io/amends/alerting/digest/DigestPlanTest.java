package io.amends.alerting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestPlanTest {
    private static final DigestPeriod FRIDAY =
            new DigestPeriod(Instant.parse("2026-11-19T08:00:00Z"), Instant.parse("2026-11-20T08:00:00Z"));

    private final Map<String, Group> groups = new HashMap<>(Map.of(
            "NET", DirectoryEntries.group("Network", "lead", "also"), "APAC", DirectoryEntries.group("Asia", "lead")));
    private final Map<String, Contact> contacts = new HashMap<>(Map.of(
            "lead", DirectoryEntries.contact("Lead"),
            "also", DirectoryEntries.contact("Also"),
            "admin", DirectoryEntries.contact("Admin")));

    @Test
    @DisplayName(
            "C1: a contact gets one digest over all groups, as Support Lead or Also Alert; who has no case gets none")
    void onePerContact() {
        DigestPlan plan =
                plan(Decisions.about("a").group("NET"), Decisions.about("b").group("APAC"));

        assertThat(plan.byContact()).containsOnlyKeys("lead", "also");
        assertThat(responses(plan, "lead")).containsExactlyInAnyOrder("a", "b");
        assertThat(responses(plan, "also")).containsExactly("a");
        assertThat(plan.listed()).hasSize(2);
    }

    @Test
    @DisplayName("C5: a group that nobody can be reached for goes to the portal's admins, marked")
    void admins() {
        contacts.put("lead", DirectoryEntries.contact("Lead", null));

        DigestPlan plan = plan(
                Decisions.about("a").group("NET"),
                Decisions.about("b").group("APAC"),
                Decisions.about("c").group("GONE"));

        assertThat(plan.byContact()).containsOnlyKeys("also", "admin");
        assertThat(responses(plan, "admin")).containsExactlyInAnyOrder("b", "c");
        assertThat(plan.byContact().get("admin").picks())
                .allSatisfy(p -> assertThat(p.marks()).containsExactly(DigestMark.NO_CONTACT));
        assertThat(plan.byContact().get("also").picks())
                .allSatisfy(p -> assertThat(p.marks()).isEmpty());
    }

    @ParameterizedTest(name = "C5: nobody can be reached at {0}, so the admins get it, marked")
    @ValueSource(
            strings = {"dot..dot@example.com", "jürgen@example.com", "lead@localhost", "lead@127.0.0.1", "no address"})
    void unsendable(String address) {
        contacts.put("lead", DirectoryEntries.contact("Lead", address));

        DigestPlan plan = plan(Decisions.about("b").group("APAC"));

        assertThat(plan.byContact()).containsOnlyKeys("admin");
        assertThat(plan.byContact().get("admin").picks())
                .allSatisfy(p -> assertThat(p.marks()).containsExactly(DigestMark.NO_CONTACT));
    }

    @Test
    @DisplayName("C1: what reaches nobody at all stays for a later digest")
    void nobody() {
        contacts.clear();

        DigestPlan plan = plan(Decisions.about("a"));

        assertThat(plan.byContact()).isEmpty();
        assertThat(plan.listed()).isEmpty();
    }

    @Test
    @DisplayName("B3: refused ones are only counted, and make no digest of their own")
    void refused() {
        assertThat(plan(Decisions.about("no").refused()).byContact()).isEmpty();

        DigestPlan plan = plan(Decisions.about("no").refused(), Decisions.about("a"));

        assertThat(responses(plan, "lead")).containsExactly("a");
        assertThat(plan.byContact().get("lead").refused()).isEqualTo(1);
    }

    @Test
    @DisplayName("A8: a moved one goes to the new lead only, not again to who had it")
    void moved() {
        groups.put("APAC", DirectoryEntries.group("Asia", "also", "lead"));
        Candidate moved = new Candidate(Decisions.about("a").group("APAC").build(), "NET", Set.of("lead"), null);

        DigestPlan plan = DigestPlan.of(selection(), recipients(), List.of(moved));

        assertThat(plan.byContact()).containsOnlyKeys("also");
        assertThat(plan.byContact().get("also").picks().get(0).marks()).containsExactly(DigestMark.MOVED);
        assertThat(plan.listed()).containsExactly(moved);
    }

    @Test
    @DisplayName(
            "B5: whom a rule names gets the case in one digest with all of theirs, marked; who is of the group, too, gets it"
                    + " once and as the group's")
    void alsoHears() {
        contacts.put("named", DirectoryEntries.contact("Named"));
        groups.put("OWN", DirectoryEntries.group("Own", "named"));

        DigestPlan plan = plan(
                Decisions.about("vip").also("named", "VIP").also("lead", "VIP").also("also", "Other"),
                Decisions.about("usual"),
                Decisions.about("own").group("OWN"));

        assertThat(responses(plan, "named")).containsExactlyInAnyOrder("vip", "own");
        assertThat(plan.byContact().get("named").picks())
                .allSatisfy(pick -> assertThat(pick.marks().contains(DigestMark.ALSO))
                        .isEqualTo(pick.decision().responseId().equals("vip")));
        assertThat(responses(plan, "lead")).containsExactlyInAnyOrder("vip", "usual");
        assertThat(responses(plan, "also")).containsExactlyInAnyOrder("vip", "usual");
        assertThat(plan.byContact().get("lead").picks())
                .allSatisfy(pick -> assertThat(pick.marks()).isEmpty());
        assertThat(plan.listed()).hasSize(3);
    }

    @Test
    @DisplayName("B5: whom no mail reaches, who left the directory and whoever a NO is about hear of nothing by a rule")
    void alsoUnreachable() {
        contacts.put("silent", DirectoryEntries.contact("Silent", null));
        contacts.put("named", DirectoryEntries.contact("Named"));

        DigestPlan plan = plan(
                Decisions.about("a").also("silent", "VIP").also("gone", "VIP"),
                Decisions.about("no").refused().also("named", "VIP"));

        assertThat(plan.byContact()).containsOnlyKeys("lead", "also");
        assertThat(plan.byContact().get("lead").refused()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "B5, C5: a named contact takes nobody's place: the admins get what is of a group without a contact, and are marked")
    void alsoBesideAdmins() {
        contacts.put("named", DirectoryEntries.contact("Named"));

        DigestPlan plan = plan(Decisions.about("a").group("GONE").also("named", "VIP"));

        assertThat(marks(plan, "admin")).containsExactly(DigestMark.NO_CONTACT);
        assertThat(marks(plan, "named")).containsExactly(DigestMark.ALSO);
    }

    @Test
    @DisplayName(
            "B5, C1: where a rule's contact alone can be reached, they hear once, and the group's people once somebody can")
    void alsoAlone() {
        contacts.clear();
        contacts.put("named", DirectoryEntries.contact("Named"));
        Candidate fresh =
                Candidate.fresh(Decisions.about("a").also("named", "VIP").build());

        DigestPlan first = DigestPlan.of(selection(), recipients(), List.of(fresh));
        assertThat(responses(first, "named")).containsExactly("a");
        assertThat(first.listed()).isEmpty();

        Candidate shown = new Candidate(fresh.decision(), null, Set.of("named"), null);
        assertThat(DigestPlan.of(selection(), recipients(), List.of(shown)).byContact())
                .isEmpty();
        contacts.put("lead", DirectoryEntries.contact("Lead"));
        DigestPlan later = DigestPlan.of(selection(), recipients(), List.of(shown));
        assertThat(later.byContact()).containsOnlyKeys("lead");
        assertThat(later.listed()).containsExactly(shown);
    }

    @Test
    @DisplayName(
            "B5, B8: the cap is the group's: what waits, waits for whom a rule names as well, and they hear of theirs alone")
    void alsoCapped() {
        contacts.put("named", DirectoryEntries.contact("Named"));
        groups.put("NET", capped(1, "lead"));

        DigestPlan plan = plan(
                Decisions.about("first").asked(),
                Decisions.about("waits").also("named", "VIP"),
                Decisions.about("others"));

        assertThat(responses(plan, "named")).isEmpty();
        assertThat(ids(plan.byContact().get("named").deferred())).containsExactly("waits");
        assertThat(plan.byContact().get("named").deferred())
                .allSatisfy(pick -> assertThat(pick.marks()).containsExactly(DigestMark.ALSO));
        assertThat(ids(plan.byContact().get("lead").deferred())).containsExactlyInAnyOrder("waits", "others");
    }

    @Test
    @DisplayName(
            "B5, A8: a moved one is not told again to whom a rule names, and to a contact whom a newer decision names")
    void alsoMoved() {
        contacts.put("named", DirectoryEntries.contact("Named"));
        contacts.put("newer", DirectoryEntries.contact("Newer"));
        Candidate moved = new Candidate(
                Decisions.about("a")
                        .group("APAC")
                        .also("named", "VIP")
                        .also("newer", "VIP")
                        .build(),
                "NET",
                Set.of("named", "lead", "also"),
                null);

        DigestPlan plan = DigestPlan.of(selection(), recipients(), List.of(moved));

        assertThat(plan.byContact()).containsOnlyKeys("newer");
        assertThat(marks(plan, "newer")).containsExactly(DigestMark.MOVED, DigestMark.ALSO);
        assertThat(plan.listed()).containsExactly(moved);
    }

    private static Set<DigestMark> marks(DigestPlan plan, String contact) {
        return plan.byContact().get(contact).picks().get(0).marks();
    }

    @Test
    @DisplayName("C5: again after a follow-up, then priority, then asked, then score, then age; happy ones last")
    void order() {
        DecisionBuilder again = Decisions.about("again");
        again.followUpOf("case-1");
        DecisionBuilder blank = Decisions.about("no-score");
        blank.unrated().kind(Kind.RECOVERY);
        DecisionBuilder two = Decisions.about("two");
        two.overall(2);
        DecisionBuilder old = Decisions.about("old").received("2026-11-19T09:00:00Z");
        DecisionBuilder asked = Decisions.about("asked").asked();
        asked.priority(2);

        DigestPlan plan = plan(
                Decisions.happy("happy"),
                blank,
                two,
                Decisions.about("young"),
                old,
                asked,
                Decisions.about("first").asked(),
                again);

        assertThat(responses(plan, "lead"))
                .containsExactly("again", "first", "asked", "old", "young", "two", "no-score", "happy");
    }

    @Test
    @DisplayName(
            "B8: a cap is the group's: each of its contacts gets the same cases, and other groups have all of theirs")
    void capped() {
        groups.put("NET", capped(1, "lead", "also"));

        DigestPlan plan = plan(
                Decisions.about("first").asked(),
                Decisions.about("waits").group("NET"),
                Decisions.about("a").group("APAC"),
                Decisions.about("b").group("APAC"));

        assertThat(responses(plan, "lead")).containsExactly("first", "a", "b");
        assertThat(responses(plan, "also")).containsExactly("first");
        assertThat(plan.byContact().values())
                .allSatisfy(digest -> assertThat(ids(digest.deferred())).containsExactly("waits"));
        assertThat(plan.deferred())
                .extracting(one -> one.decision().responseId())
                .containsExactly("waits");
        assertThat(plan.listed()).hasSize(3);
    }

    @Test
    @DisplayName("B8: with a cap of 0 only who asked is shown; a contact whose cases all wait still hears of them")
    void capOfNone() {
        groups.put("NET", capped(0, "lead"));
        groups.put("APAC", capped(0, "also"));

        DigestPlan plan = plan(
                Decisions.about("asked").asked(),
                Decisions.about("waits"),
                Decisions.about("too").group("APAC"));

        assertThat(responses(plan, "lead")).containsExactly("asked");
        assertThat(responses(plan, "also")).isEmpty();
        assertThat(ids(plan.byContact().get("also").deferred())).containsExactly("too");
    }

    @Test
    @DisplayName(
            "B8, A8: what a contact has had takes no place of the cap, is not shown again, and is not said to wait")
    void movedToACap() {
        groups.put("APAC", capped(1, "lead", "also"));
        groups.put("SOLO", capped(1, "lead"));
        Candidate had = new Candidate(Decisions.about("had").group("SOLO").build(), "NET", Set.of("lead"), null);
        Candidate moved = new Candidate(Decisions.about("moved").group("APAC").build(), "NET", Set.of("lead"), null);
        Candidate asked =
                Candidate.fresh(Decisions.about("asked").group("APAC").asked().build());
        Candidate solo = Candidate.fresh(Decisions.about("solo").group("SOLO").build());

        DigestPlan plan = DigestPlan.of(selection(), recipients(), List.of(had, moved, asked, solo));

        assertThat(responses(plan, "lead")).containsExactly("asked", "solo");
        assertThat(responses(plan, "also")).containsExactly("asked");
        assertThat(plan.byContact().get("lead").deferred()).isEmpty();
        assertThat(ids(plan.byContact().get("also").deferred())).containsExactly("moved");
        assertThat(plan.listed()).containsExactlyInAnyOrder(had, asked, solo);
    }

    @Test
    @DisplayName("B8: what waited leads the digest, longest first, and only who asked to be contacted is before it")
    void waitedLeads() {
        Candidate yesterday = waits("yesterday", "2026-11-19T07:00:00Z", "2026-11-19T08:00:00Z");
        Candidate older = waits("older", "2026-11-17T07:00:00Z", "2026-11-18T08:00:00Z");
        DecisionBuilder again = Decisions.about("again");
        again.followUpOf("case-1");

        DigestPlan plan = DigestPlan.of(
                selection(),
                recipients(),
                List.of(
                        Candidate.fresh(again.build()),
                        yesterday,
                        older,
                        Candidate.fresh(Decisions.about("asked").asked().build()),
                        Candidate.fresh(Decisions.happy("happy").build())));

        assertThat(responses(plan, "lead")).containsExactly("asked", "older", "yesterday", "again", "happy");
    }

    private static Candidate waits(String response, String received, String since) {
        return new Candidate(
                Decisions.about(response).received(received).build(), null, Set.of(), Instant.parse(since));
    }

    private static Group capped(int cap, String lead, String... also) {
        return new Group("Capped", null, lead, List.of(also), null, null, cap);
    }

    @Property(tries = 200)
    void c5_theOrderDoesNotDependOnHowCandidatesArrive(@ForAll long seed) {
        Random random = new Random(seed);
        List<DecisionBuilder> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            DecisionBuilder one = Decisions.about("r" + i);
            one.priority(1 + random.nextInt(3));
            one.overall(1 + random.nextInt(2));
            one.received(FRIDAY.from().plusSeconds(random.nextInt(3)));
            all.add(random.nextInt(4) == 0 ? one.happy().asked() : random.nextBoolean() ? one.asked() : one);
        }
        List<String> once = responses(plan(all.toArray(DecisionBuilder[]::new)), "lead");
        Collections.shuffle(all, random);

        assertThat(responses(plan(all.toArray(DecisionBuilder[]::new)), "lead")).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates().hasSize(20);
    }

    private DigestPlan plan(DecisionBuilder... decided) {
        return DigestPlan.of(
                selection(),
                recipients(),
                Stream.of(decided).map(d -> Candidate.fresh(d.build())).toList());
    }

    private static Selection selection() {
        return new Selection(FRIDAY, true, DirectoryEntries.portal(""), Set.of());
    }

    private Recipients recipients() {
        return new Recipients(DirectoryEntries.portal("'admins':['admin']"), groups, contacts);
    }

    private static List<String> responses(DigestPlan plan, String contact) {
        return ids(plan.byContact().get(contact).picks());
    }

    private static List<String> ids(List<Pick> picks) {
        return picks.stream()
                .map(Pick::decision)
                .map(RecoveryDecided::responseId)
                .toList();
    }
}
