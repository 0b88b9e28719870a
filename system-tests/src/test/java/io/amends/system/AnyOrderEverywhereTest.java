package io.amends.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFacts;
import io.amends.contracts.ResponseState;
import io.amends.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The same things happen to two portals: in the one in their order, in the other shuffled, late and twice. In the end all
 * five services say the same of both. The seed is in each message.
 */
@Timeout(300)
class AnyOrderEverywhereTest {
    private static final String INGEST = "AMENDS_INGEST_PORT";
    private static final String RULES = "AMENDS_RULES_PORT";
    private static final String ALERTING = "AMENDS_ALERTING_PORT";
    private static final String NOTES = "AMENDS_NOTES_PORT";
    private static final String DASHBOARD = "AMENDS_DASHBOARD_PORT";

    private static final String ORDERLY = "orderly";
    private static final String SHUFFLED = "shuffled";
    private static final List<String> PORTALS = List.of(ORDERLY, SHUFFLED);

    private static final String LATE_GROUP = "G9";
    private static final String NO_GROUP = "NOPE";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant ALERT =
            LocalDate.now(ZONE).minusDays(1).atTime(9, 0).atZone(ZONE).toInstant();

    private static final int TICKETS = Boolean.getBoolean("amends.long") ? 400 : 40;
    private static final long SEED = Long.getLong("amends.seed", System.nanoTime());

    private static Api api;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void up() {
        RunningStack stack = RunningStack.shared();
        api = new Api(stack);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
        for (String cpc : PORTALS) {
            put(cpc, "", "{'name':'Orders','timeZone':'Europe/Berlin','alertTime':'09:00'}");
            for (String n : List.of("1", "2")) {
                put(cpc, "/contacts/c-" + n, "{'name':'Lead " + n + "','email':'" + cpc + n + "@example.com'}");
                put(cpc, "/groups/G" + n, "{'name':'Group " + n + "','supportLead':'c-" + n + "'}");
            }
        }
    }

    /** A version of a response. */
    private record Sent(
            String responseId, int ticket, String group, int csat, ContactChoice choice, int later, String comment) {
        String json(String cpc) {
            return Api.quotes(
                    ("{'portal':'%s','responseId':'%s','ticketId':'T-%d','supportGroup':'%s','channel':'phone',"
                                    + "'measures':{'csat':%d},'contactChoice':'%s','comment':'%s','submittedAt':'%s','updatedAt':'%s'}")
                            .formatted(
                                    cpc,
                                    responseId,
                                    ticket,
                                    group,
                                    csat,
                                    choice,
                                    comment,
                                    ALERT.minusSeconds(7200 - (responseId.endsWith("b") ? 600 : 0)),
                                    ALERT.plusSeconds(later)));
        }
    }

    /** What a person does once the response that it is about is there. */
    private record Deed(String responseId, String group, Kind kind) {
        enum Kind {
            REPAIR,
            MOVE,
            NOTE
        }
    }

    /** All that happens to the tickets. */
    private record Story(List<Sent> sent, List<Deed> deeds, Set<Integer> requested, Set<String> newest) {}

    @Test
    @DisplayName(
            "A2 to A9: any order, repetition and delay of versions, replacements, repairs, healing, moves, notes and"
                    + " requests ends in the same state in all five services; one case a ticket, one listing a person, nobody who"
                    + " said NO, no note lost")
    void anyOrder() {
        Random random = new Random(SEED);
        Story story = story(random);

        send(ORDERLY, story.sent());
        heal(ORDERLY);
        story.deeds().forEach(deed -> perform(ORDERLY, deed));
        story.requested().forEach(ticket -> request(ORDERLY, ticket));

        List<Sent> shuffled = new ArrayList<>(story.sent());
        shuffled.addAll(story.sent().subList(0, story.sent().size() / 2));
        Collections.shuffle(shuffled, random);
        List<Sent> first = shuffled.subList(0, shuffled.size() / 2);
        List<Integer> requests = new ArrayList<>(story.requested());
        requests.subList(0, requests.size() / 2).forEach(ticket -> request(SHUFFLED, ticket));
        send(SHUFFLED, first);
        Set<String> there = new HashSet<>();
        first.forEach(sent -> there.add(sent.responseId()));
        List<Deed> deeds = new ArrayList<>(story.deeds());
        deeds.stream().filter(deed -> early(deed, there)).forEach(deed -> perform(SHUFFLED, deed));
        requests.subList(requests.size() / 2, requests.size()).forEach(ticket -> request(SHUFFLED, ticket));
        send(SHUFFLED, shuffled.subList(shuffled.size() / 2, shuffled.size()));
        heal(SHUFFLED);
        deeds.stream().filter(deed -> !early(deed, there)).forEach(deed -> perform(SHUFFLED, deed));

        await("the same in both, seed " + SEED)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(end(SHUFFLED, story)).isEqualTo(end(ORDERLY, story)));
        PORTALS.forEach(cpc -> invariants(cpc, story));
        Map<String, List<String>> inOrder = digests(ORDERLY);
        assertThat(inOrder).as("digests, seed %d", SEED).containsOnlyKeys("c-1", "c-2");
        assertThat(digests(SHUFFLED)).as("digests, seed %d", SEED).isEqualTo(inOrder);
    }

    /** Whether it is done before the second half of what is sent, and before the late group is there. */
    private static boolean early(Deed deed, Set<String> there) {
        return there.contains(deed.responseId()) && !deed.group().equals(LATE_GROUP);
    }

    private static Story story(Random random) {
        Story story = new Story(new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            boolean refuses = random.nextInt(4) == 0;
            boolean replaced = random.nextBoolean();
            for (String which : replaced ? List.of("a", "b") : List.of("a")) {
                String id = "r" + ticket + which;
                boolean newest = !replaced || which.equals("b");
                String group = List.of("G1", "G1", "G2", LATE_GROUP, NO_GROUP).get(random.nextInt(5));
                ContactChoice choice = refuses && newest
                        ? ContactChoice.NO
                        : random.nextBoolean() ? ContactChoice.YES : ContactChoice.UNANSWERED;
                int versions = 1 + random.nextInt(3);
                for (int version = 0; version < versions; version++) {
                    int csat = random.nextInt(3) == 0 ? 5 : 1;
                    story.sent().add(new Sent(id, ticket, group, csat, choice, version, id + " version " + version));
                }
                if (group.equals(NO_GROUP)) {
                    story.deeds().add(new Deed(id, group, Deed.Kind.REPAIR));
                } else if (newest && !group.equals("G2") && random.nextInt(3) == 0) {
                    story.deeds().add(new Deed(id, group, Deed.Kind.MOVE));
                }
                if (newest) {
                    story.newest().add(id);
                    story.deeds().add(new Deed(id, group, Deed.Kind.NOTE));
                }
            }
            if (!refuses && random.nextInt(4) == 0) {
                story.requested().add(ticket);
            }
        }
        return story;
    }

    private static void send(String cpc, List<Sent> sent) {
        for (Sent each : sent) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(Topics.SUBMITTED, each.json(cpc).getBytes(UTF_8));
            record.headers()
                    .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8))
                    .add("ce_source", "orders".getBytes(UTF_8))
                    .add("ce_type", EventTypes.SURVEY_SUBMITTED.getBytes(UTF_8));
            producer.send(record);
        }
        producer.flush();
        await("all are known").atMost(Duration.ofSeconds(60)).until(() -> sent.stream()
                .map(Sent::responseId)
                .distinct()
                .allMatch(id -> survey(cpc, id).status() == 200));
    }

    private static void heal(String cpc) {
        put(cpc, "/groups/" + LATE_GROUP, "{'name':'Late','supportLead':'c-2'}");
    }

    private static void perform(String cpc, Deed deed) {
        String id = deed.responseId();
        await(deed + " in " + cpc + ", seed " + SEED)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> switch (deed.kind()) {
                    case REPAIR ->
                        api.patch(INGEST, "/v1/quarantine/" + id + "?cpc=" + cpc, "{'supportGroup':'G1'}")
                                        .status()
                                == 200;
                    case MOVE ->
                        api.post(
                                                INGEST,
                                                "/v1/surveys/reassign",
                                                "{'portal':'" + cpc + "','responseIds':['" + id
                                                        + "'],'supportGroup':'G2','reason':'They know the customer'}")
                                        .body()
                                        .path("reassigned")
                                        .asInt()
                                == 1;
                    case NOTE ->
                        api.post(
                                                NOTES,
                                                "/v1/portals/" + cpc + "/responses/" + id + "/notes",
                                                "{'author':'Alex','spoke':false,'text':'Note on " + id + "'}")
                                        .status()
                                == 201;
                });
    }

    private static void request(String cpc, int ticket) {
        assertThat(api.post(
                                INGEST,
                                "/v1/requests",
                                "{'portal':'" + cpc + "','ticketId':'T-" + ticket + "','supportGroup':'G1','type':'"
                                        + RequestFacts.RequestType.NEGATIVE_REVIEW_RECOVERY
                                        + "','format':'CALL','description':'Request on " + ticket + "'}")
                        .status())
                .isEqualTo(202);
    }

    /** What all five services say in the end of what happened to a portal, without its own code, ids and times. */
    private static Map<String, Object> end(String cpc, Story story) {
        Map<String, Object> end = new TreeMap<>();
        Map<String, JsonNode> listed = listed(cpc);
        Map<String, List<JsonNode>> cases = cases(cpc);
        story.sent().stream().map(Sent::responseId).distinct().forEach(id -> {
            JsonNode survey = survey(cpc, id).body();
            JsonNode response = survey.path("response");
            end.put(
                    "survey " + id,
                    List.of(
                            survey.path("state"),
                            survey.path("replacedBy"),
                            response.path("supportGroup"),
                            response.path("measures"),
                            response.path("comment")));
            if (story.newest().contains(id)) {
                JsonNode why = api.get(RULES, "/v1/portals/" + cpc + "/responses/" + id + "/explanation")
                        .body();
                end.put("decision " + id, List.of(why.path("kind"), why.path("contact"), why.path("priority")));
            }
            JsonNode item = listed.get(id);
            end.put(
                    "listed " + id,
                    item == null
                            ? List.of()
                            : List.of(item.path("supportGroup"), item.path("kind"), item.path("comment")));
            String ticket = response.path("ticketId").asText();
            boolean contacted = item != null
                    && story.newest().contains(id)
                    && item.path("kind").asText().equals(RecoveryDecided.Kind.RECOVERY.name())
                    && !item.path("contactChoice").asText().equals(ContactChoice.NO.name());
            if (contacted) {
                end.put(
                        "case " + ticket,
                        cases.getOrDefault(ticket, List.of()).stream()
                                .map(c -> List.of(c.path("responseId"), c.path("supportGroup"), c.path("state")))
                                .toList());
            }
            end.put("notes " + id, notes(cpc, id));
        });
        return end;
    }

    private static void invariants(String cpc, Story story) {
        Map<String, JsonNode> listed = listed(cpc);
        Map<String, List<JsonNode>> all = cases(cpc);
        all.forEach((ticket, cases) -> assertThat(cases)
                .as("cases of %s in %s, seed %d", ticket, cpc, SEED)
                .hasSize(1));
        story.requested().forEach(ticket -> assertThat(all).as("seed %d", SEED).containsKey("T-" + ticket));
        assertThat(all).as("cases in %s, seed %d", cpc, SEED).hasSizeGreaterThan(TICKETS / 4);
        story.newest().forEach(id -> {
            assertThat(listed).as("seed %d", SEED).containsKey(id);
            assertThat(survey(cpc, id).body().path("state").asText()).isEqualTo(ResponseState.RECORDED.name());
            assertThat(notes(cpc, id)).as("seed %d", SEED).contains("Note on " + id);
        });
        digests(cpc).forEach((contact, ids) -> {
            assertThat(ids).as("seed %d", SEED).doesNotHaveDuplicates();
            assertThat(ids).allSatisfy(id -> assertThat(
                            listed.get(id).path("contactChoice").asText())
                    .as("%s, seed %d", id, SEED)
                    .isNotEqualTo(ContactChoice.NO.name()));
        });
    }

    private static Api.Answer survey(String cpc, String id) {
        return api.get(INGEST, "/v1/surveys/" + id + "?cpc=" + cpc);
    }

    private static Map<String, JsonNode> listed(String cpc) {
        Map<String, JsonNode> listed = new TreeMap<>();
        items(DASHBOARD, "/v1/portals/" + cpc + "/responses?srn=n&size=500&page=")
                .forEach(item -> listed.put(item.path("responseId").asText(), item));
        return listed;
    }

    private static Map<String, List<JsonNode>> cases(String cpc) {
        Map<String, List<JsonNode>> cases = new TreeMap<>();
        items(NOTES, "/v1/portals/" + cpc + "/cases?size=500&page=")
                .forEach(item -> cases.computeIfAbsent(item.path("ticketId").asText(), ticket -> new ArrayList<>())
                        .add(item));
        return cases;
    }

    private static List<JsonNode> items(String service, String path) {
        List<JsonNode> items = new ArrayList<>();
        IntStream.iterate(0, page -> page + 1)
                .mapToObj(page -> api.get(service, path + page).body().path("items"))
                .takeWhile(found -> !found.isEmpty())
                .forEach(found -> found.forEach(items::add));
        return items;
    }

    private static List<String> notes(String cpc, String id) {
        List<String> texts = new ArrayList<>();
        api.get(NOTES, "/v1/portals/" + cpc + "/responses/" + id + "/notes")
                .body()
                .path("items")
                .forEach(note -> texts.add(note.path("text").asText()));
        return texts.stream().sorted().toList();
    }

    /** Whom each contact is told of. */
    private static Map<String, List<String>> digests(String cpc) {
        Map<String, List<String>> told = new TreeMap<>();
        api.post(ALERTING, "/v1/portals/" + cpc + "/digests/run", "{'at':'" + ALERT + "'}")
                .body()
                .path("digests")
                .forEach(summary -> {
                    JsonNode digest = api.get(
                                    ALERTING,
                                    "/v1/digests/" + summary.path("id").asText())
                            .body();
                    List<String> ids = new ArrayList<>();
                    digest.path("items")
                            .forEach(item -> ids.add(item.path("responseId").asText()));
                    told.put(
                            digest.path("contactId").asText(),
                            ids.stream().sorted().toList());
                });
        return told;
    }

    private static void put(String cpc, String path, String json) {
        assertThat(api.put(DASHBOARD, "/v1/portals/" + cpc + path, json).status())
                .as(path)
                .isIn(200, 201);
    }
}
