package io.amends.dashboard.directory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.amends.contracts.Topics;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ETags of directory entries (F6). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class EntryTagsTest {
    private static final int AT_ONCE = 5;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest(name = "F6: an entry is changed and deleted as it was seen, or not at all: tagged{0}")
    @ValueSource(strings = {"", "/groups/G", "/contacts/c", "/segments/s", "/regions/r", "/calendars/k"})
    void asItWasSeen(String entry) {
        Neighbours.quarantined("tagged", "");
        String path = "/v1/portals/tagged" + entry;
        put("/v1/portals/tagged", null, "Tagged");
        String seen = tag(put(path, null, "First"));
        assertThat(tag(get(path))).isEqualTo(seen);
        String newer = tag(put(path, seen, "Second").statusCode(200));
        assertThat(newer).isNotEqualTo(seen);

        refused(put(path, seen, "Third"));
        refused(delete(path, seen));

        get(path).statusCode(200).header("ETag", newer).body("name", equalTo("Second"));
        delete(path, newer).statusCode(204);
        delete(path, newer).statusCode(404);
        refused(put(path, newer, "Fourth"));
        get(path).statusCode(404);
        await().until(() -> deleted(path));
        // Made, where it is the portal twice, changed and deleted: what was refused is told to nobody.
        assertThat(published(key(path))).hasSize(entry.isEmpty() ? 4 : 3);
    }

    @Test
    @DisplayName("F6: who sends no If-Match writes over whatever is there, and * means whatever is there")
    void withoutCondition() {
        put("/v1/portals/free", null, "Free").statusCode(201);
        put("/v1/portals/free", null, "Freer").statusCode(200);
        put("/v1/portals/free", "*", "Freest").statusCode(200);
        refused(put("/v1/portals/free/segments/s", "*", "None yet"));
        put("/v1/portals/free/segments/s", null, "One").statusCode(201);
        delete("/v1/portals/free/segments/s", "*").statusCode(204);
    }

    @Test
    @DisplayName("F6: an entry that is deleted and made anew has none of the tags it has had")
    void madeAnew() {
        put("/v1/portals/anew", null, "Anew");
        List<String> tags = new ArrayList<>();
        for (int life = 0; life < 4; life++) {
            for (int change = 0; change < 4 - life; change++) {
                tags.add(tag(put("/v1/portals/anew/groups/G", null, "Life " + life + ", change " + change)));
            }
            delete("/v1/portals/anew/groups/G", null).statusCode(204);
        }

        assertThat(tags).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("F6: an entry from before there were tags has one")
    void fromBefore() {
        jdbi.useHandle(
                h -> h.execute(
                        """
                insert into directory_entry (portal, type, code, entry, changed_at)
                values ('before', 'portal', 'before', '{"name": "Before"}', now())"""));

        String seen = tag(get("/v1/portals/before").statusCode(200));

        String newer = tag(put("/v1/portals/before", seen, "Since").statusCode(200));
        assertThat(newer).isNotEqualTo(seen);
    }

    @Test
    @DisplayName("F6: of several who change at once what they saw, one does")
    void atOnce() throws Exception {
        String seen = tag(put("/v1/portals/race", null, "Race"));

        List<Integer> answers = atOnce(
                "select from directory_entry where portal = 'race' for update",
                i -> put("/v1/portals/race", seen, "Racer " + i));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    @DisplayName(
            "F6: of several who make an entry at once, one makes it and the others change it, in the order published")
    void madeAtOnce() throws Exception {
        put("/v1/portals/crowd", null, "Crowd");

        List<Integer> answers = atOnce(
                """
                insert into directory_entry (portal, type, code, entry, changed_at)
                values ('crowd', 'group', 'G', '{}', now())""",
                i -> put("/v1/portals/crowd/groups/G", null, "Group " + i));

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        String stored = get("/v1/portals/crowd/groups/G").extract().path("name");
        await().until(() -> published("crowd/group/G").size() == AT_ONCE);
        assertThat(published("crowd/group/G").get(AT_ONCE - 1)).contains("\"name\":\"" + stored + "\"");
    }

    /** What is answered to several whose requests have all come before the first can write: a statement holds its row. */
    private List<Integer> atOnce(String holding, IntFunction<ValidatableResponse> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Handle holder = jdbi.open()) {
            holder.begin();
            holder.execute(holding);
            List<Future<Integer>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(
                            i -> threads.submit(() -> request.apply(i).extract().statusCode()))
                    .toList();
            await().until(() -> waiting() == AT_ONCE);
            holder.rollback();
            List<Integer> all = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private int waiting() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""")
                .mapTo(Integer.class)
                .one());
    }

    private static String key(String path) {
        String[] steps = path.substring("/v1/portals/".length()).split("/");
        return steps.length == 1
                ? steps[0] + "/portal/" + steps[0]
                : steps[0] + "/" + steps[1].replaceAll("s$", "") + "/" + steps[2];
    }

    /** What was told of an entry, in order; a deletion is the empty text. */
    private static List<String> published(String key) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.DIRECTORY).stream()
                .filter(record -> key.equals(new String(record.key(), UTF_8)))
                .map(record -> record.value() == null ? "" : new String(record.value(), UTF_8))
                .toList();
    }

    private static boolean deleted(String path) {
        List<String> told = published(key(path));
        return !told.isEmpty() && told.get(told.size() - 1).isEmpty();
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(412)
                .contentType("application/problem+json")
                .body("title", equalTo("Precondition failed"))
                .body("detail", matchesPattern("Somebody else has changed this \\w+ since you read it\\."));
    }

    private static String tag(ValidatableResponse answer) {
        return answer.header("ETag", matchesPattern("\"\\d+\"")).extract().header("ETag");
    }

    private static ValidatableResponse put(String path, @Nullable String seen, String name) {
        return as(seen).contentType("application/json")
                .body("{\"name\": \"%s\"}".formatted(name).getBytes(UTF_8))
                .put(path)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return as(null).get(path).then();
    }

    private static ValidatableResponse delete(String path, @Nullable String seen) {
        return as(seen).delete(path).then();
    }

    private static RequestSpecification as(@Nullable String seen) {
        RequestSpecification request = given().auth().oauth2(Keys.KEY);
        return seen == null ? request : request.header("If-Match", seen);
    }
}
