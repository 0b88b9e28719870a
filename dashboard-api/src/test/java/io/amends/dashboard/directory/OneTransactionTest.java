package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Segment;
import io.amends.dashboard.testing.Keys;
import io.amends.kit.http.IfMatch;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.Logged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hibernate and JDBI are one transaction: an entry and the event that tells of it are stored together or not at all. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OneTransactionTest {
    private static final String PORTAL = "one";
    private static final String SECRET = "Anna Secret";
    private static final IfMatch ANY = new IfMatch(null);

    @Inject
    Jdbi jdbi;

    @Inject
    EntryChanges changes;

    @Inject
    EntryRows rows;

    @BeforeEach
    void portal() {
        put("", "One").statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        jdbi.useHandle(h -> h.execute(HeldOutbox.of(PORTAL + "/segment/")));
    }

    @AfterEach
    void noFault() {
        jdbi.useHandle(h -> h.execute("drop trigger if exists fault on outbox; drop function if exists fault()"));
    }

    @Test
    @DisplayName("F6: an entity and plain SQL are at one backend, which sees both before anybody else does")
    void oneBackend() {
        QuarkusTransaction.requiringNew().run(() -> {
            changes.put(EntryType.SEGMENT, PORTAL, "inside", new Segment("Inside"), ANY);
            int hibernate = (Integer) rows.getEntityManager()
                    .createNativeQuery("select pg_backend_pid()", Integer.class)
                    .getSingleResult();
            int plain = jdbi.withHandle(h -> h.createQuery("select pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one());

            assertThat(plain).isEqualTo(hibernate);
            assertThat(stored("inside")).isEqualTo(Set.of("entry", "event"));
            assertThat(elsewhere("inside")).isEmpty();
        });

        assertThat(elsewhere("inside")).isEqualTo(Set.of("entry", "event"));
    }

    @Test
    @DisplayName("F6: a failure after the outbox leaves neither entry nor event, and a deletion both")
    void rollsBackTogether() {
        changes.put(EntryType.SEGMENT, PORTAL, "stays", new Segment("Stays"), ANY);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    changes.put(EntryType.SEGMENT, PORTAL, "never", new Segment("Never"), ANY);
                    changes.delete(EntryType.SEGMENT, PORTAL, "stays", ANY);
                    assertThat(stored("never")).isEqualTo(Set.of("entry", "event"));
                    throw new IllegalStateException("after the outbox");
                }))
                .hasMessage("after the outbox");

        assertThat(stored("never")).isEmpty();
        assertThat(stored("stays")).isEqualTo(Set.of("entry", "event"));
    }

    @Test
    @DisplayName(
            "H6: what the database refuses at the commit is 500 without a word of the customer, and nothing is stored")
    void refusedAtTheCommit() {
        faultAtCommit("raise exception 'refused: %', convert_from(new.data, 'UTF8')");
        try (Logged log = new Logged()) {
            put("/segments/refused", SECRET)
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("Something went wrong here. It has been logged."));

            assertThat(log.text())
                    .contains("a request failed", "SQLSTATE P0001")
                    .doesNotContain(SECRET);
        }
        assertThat(stored("refused")).isEmpty();
    }

    @Test
    @DisplayName(
            "H6: a connection that is lost at the commit is 503 without a word of the customer, and nothing is stored")
    void lostAtTheCommit() {
        faultAtCommit("perform pg_terminate_backend(pg_backend_pid())");
        try (Logged log = new Logged()) {
            put("/segments/lost", SECRET)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2");

            assertThat(log.text())
                    .contains("cannot answer now: the database is away (SQLSTATE 57P01)")
                    .doesNotContain(SECRET);
        }
        assertThat(stored("lost")).isEmpty();
    }

    @Test
    @DisplayName("H6: what Hibernate cannot store is logged without the row")
    void refusedByHibernate() {
        try (Logged log = new Logged()) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        EntryRow row = new EntryRow(
                                new EntryRow.Id(EntryType.SEGMENT, PORTAL, "broken"),
                                "not JSON of " + SECRET,
                                java.time.Instant.EPOCH,
                                1);
                        rows.persist(row); // flushed by the commit
                    }))
                    .isNotNull();

            assertThat(log.text()).doesNotContain(SECRET, "insert into");
        }
        assertThat(stored("broken")).isEmpty();
    }

    /** From now on the commit of an event of this portal does that. */
    private void faultAtCommit(String what) {
        jdbi.useHandle(h -> h.execute(
                """
                create function fault() returns trigger as $$ begin
                  if new.key like 'one/segment/%%' then %s; end if; return null;
                end $$ language plpgsql;
                create constraint trigger fault after insert on outbox
                  deferrable initially deferred for each row execute function fault()"""
                        .formatted(what)));
    }

    /** What is there of a segment as this transaction sees it. */
    private Set<String> stored(String code) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select 'entry' from directory_entry where portal = :portal and type = 'segment' and code = :code
                        union select 'event' from outbox where key = :portal || '/segment/' || :code""")
                .bind("portal", PORTAL)
                .bind("code", code)
                .mapTo(String.class)
                .set());
    }

    /** What is there as others see it. */
    private Set<String> elsewhere(String code) {
        return QuarkusTransaction.suspendingExisting().call(() -> stored(code));
    }

    private static ValidatableResponse put(String entry, String name) {
        return given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"%s\"}".formatted(name).getBytes(UTF_8))
                .put("/v1/portals/" + PORTAL + entry)
                .then();
    }
}
