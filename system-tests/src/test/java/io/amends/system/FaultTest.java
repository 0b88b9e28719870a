package io.amends.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.local.testing.WholeTopic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing twice: load goes on while processes are killed and {@code up} restarts them. Short in every
 * verify (100 responses a second; each service is told to stop once; then each, Kafka and PostgreSQL are killed once,
 * all within a minute); with -Plong 200 a second for 20 minutes, and a kill every 5 s.
 */
@Order(1) // it reads all decisions that there are, and counts every mail
class FaultTest {
    private static final boolean LONG = Boolean.getBoolean("amends.long");
    private static final int PER_SECOND = LONG ? 200 : 100;
    private static final Duration TIME = LONG ? Duration.ofMinutes(20) : Duration.ofSeconds(60);
    private static final Duration SETTLE = LONG ? Duration.ofMinutes(15) : Duration.ofMinutes(4);
    /** After the lease, reports of hundreds of cases are printed one after the other. */
    private static final Duration SENDING = Duration.ofMinutes(6);

    private static final List<String> SERVICES =
            List.of("survey-ingest", "recovery-rules", "alerting", "notes-service", "dashboard-api");
    private static final List<String> PIECES =
            Stream.concat(SERVICES.stream(), Stream.of("kafka", "postgres")).toList();
    private static final String DASHBOARD = "AMENDS_DASHBOARD_PORT";
    private static final String ALERTING = "AMENDS_ALERTING_PORT";

    private final long seed = Long.getLong("amends.seed", System.nanoTime());
    private final Instant alert = LocalDate.now(ZoneOffset.UTC).atStartOfDay().toInstant(ZoneOffset.UTC);
    private RunningStack stack;
    private Api api;

    @Test
    @DisplayName("A2, C9: every accepted response is recorded, decided and in exactly one digest per recipient")
    void killsLoseNothingAndRepeatNothing() throws Exception {
        System.out.println("fault test: seed " + seed + " (repeat with -Damends.seed=" + seed + ")");
        stack = RunningStack.shared();
        api = new Api(stack);
        portal();
        Load load = new Load(api, seed, alert.minus(Duration.ofDays(1)));
        List<String> kills = Collections.synchronizedList(new ArrayList<>());
        Map<String, String> lastWords = new ConcurrentHashMap<>();
        Thread killer = new Thread(
                () -> {
                    // First in order, while nothing else is away that it would have a reason to complain about.
                    SERVICES.forEach(service -> lastWords.put(service, stack.terminate(service)));
                    kill(kills);
                },
                "killer");
        killer.start();
        load.run(PER_SECOND, TIME);
        killer.join();
        assertThat(lastWords).containsOnlyKeys(SERVICES).allSatisfy((service, words) -> assertThat(words)
                .as("what %s said when it was told to stop", service)
                .contains("stopped in")
                .doesNotContain(" ERROR "));
        System.out.printf(
                "fault test: %d accepted, %d flagged, %d tries refused during %d kills: %s%n",
                load.accepted.size(), load.flagged.size(), load.refusedTries.get(), kills.size(), kills);
        assertThat(load.accepted).hasSize((int) (PER_SECOND * TIME.toSeconds()));
        assertThat(kills).hasSizeGreaterThanOrEqualTo(PIECES.size());

        stack.awaitReady(Duration.ofMinutes(2));
        everyResponseIsListedOnce(load);
        everyResponseIsDecidedOnce(load);
        everyFlaggedResponseHasOneCase(load);
        everyFlaggedResponseIsInOneDigestPerRecipient(load);
    }

    private void portal() {
        put("", "{'name':'Fault','timeZone':'Etc/UTC','alertTime':'00:00'}");
        put("/contacts/fault-also", "{'name':'Also','email':'fault-also@example.com'}");
        for (int g = 0; g < 4; g++) {
            put("/contacts/lead" + g, "{'name':'Lead " + g + "','email':'lead" + g + "@example.com'}");
            put(
                    "/groups/G" + g,
                    "{'name':'Group " + g + "','supportLead':'lead" + g + "','alsoAlerts':['fault-also']}");
        }
    }

    private void put(String path, String json) {
        assertThat(api.put(DASHBOARD, "/v1/portals/fault" + path, json).status())
                .isIn(200, 201);
    }

    /** Short: each piece once, spread over the load. Long: one at random every 5 s. */
    private void kill(List<String> kills) {
        Random random = new Random(seed);
        List<String> order = new ArrayList<>(PIECES);
        Collections.shuffle(order, random);
        long pause = LONG ? 5_000 : TIME.toMillis() / (PIECES.size() + 3);
        long count = LONG ? TIME.toMillis() / pause : order.size();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            try { // the schedule of the faults: a slow machine does not thin it out
                TimeUnit.NANOSECONDS.sleep(start + (i + 1) * pause * 1_000_000 - System.nanoTime());
            } catch (InterruptedException e) {
                return;
            }
            String victim = LONG ? PIECES.get(random.nextInt(PIECES.size())) : order.get(i);
            if (LONG) {
                if (stack.kill(victim)) {
                    kills.add(victim);
                }
            } else { // it may still be on its way back from being told to stop
                await(victim + " to be killed").atMost(SETTLE).until(() -> stack.kill(victim));
                kills.add(victim);
            }
        }
    }

    private void everyResponseIsListedOnce(Load load) {
        await("all are listed")
                .atMost(SETTLE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(api.get(DASHBOARD, "/v1/portals/fault/responses?size=1")
                                .body()
                                .path("total")
                                .asInt())
                        .isEqualTo(load.accepted.size()));
    }

    private void everyResponseIsDecidedOnce(Load load) {
        Map<String, Set<String>> decisions = new HashMap<>();
        WholeTopic.read(stack.kafka(), Topics.DECIDED).forEach(record -> {
            try {
                RecoveryDecided decided = Json.read(record.value(), RecoveryDecided.class);
                decisions
                        .computeIfAbsent(decided.responseId(), id -> new HashSet<>())
                        .add(decided.decisionId());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(decisions.keySet()).isEqualTo(load.accepted);
        assertThat(decisions.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    private void everyFlaggedResponseHasOneCase(Load load) {
        await("all cases")
                .atMost(SETTLE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(api.get("AMENDS_NOTES_PORT", "/v1/portals/fault/cases?size=1")
                                .body()
                                .path("total")
                                .asInt())
                        .isEqualTo(load.flagged.size()));
    }

    private void everyFlaggedResponseIsInOneDigestPerRecipient(Load load) {
        // alerting hears the same topic as the others; it has caught up when its lag is gone.
        await("alerting has heard all").atMost(SETTLE).ignoreExceptions().until(() -> caughtUp(ALERTING));
        String at = "{'at':'" + alert + "','includeLate':true}";
        JsonNode run = api.post(ALERTING, "/v1/portals/fault/digests/run", at).body();
        stack.kill("alerting"); // in the middle of sending
        stack.awaitReady(Duration.ofMinutes(2));
        assertThat(api.post(ALERTING, "/v1/portals/fault/digests/run", at)
                        .body()
                        .path("digests"))
                .hasSameSizeAs(run.path("digests"));

        Map<String, Set<String>> shown = new HashMap<>();
        run.path("digests").forEach(digest -> {
            JsonNode full = api.get(ALERTING, "/v1/digests/" + digest.path("id").asText())
                    .body();
            Set<String> mine = shown.computeIfAbsent(full.path("contactId").asText(), c -> new HashSet<>());
            full.path("items")
                    .forEach(item -> assertThat(mine.add(item.path("responseId").asText()))
                            .describedAs("%s shown twice", item.path("responseId"))
                            .isTrue());
        });
        assertThat(shown.get("fault-also")).isEqualTo(load.flagged);
        Set<String> leads = new HashSet<>();
        shown.forEach((contact, responses) -> {
            if (!contact.equals("fault-also")) {
                leads.addAll(responses);
            }
        });
        assertThat(leads).isEqualTo(load.flagged);

        Mailbox mailbox = new Mailbox(stack, api);
        for (String contact : shown.keySet()) {
            await("mail to " + contact).atMost(SENDING).ignoreExceptions().untilAsserted(() -> assertThat(
                            mailbox.to(contact + "@example.com"))
                    .isNotEmpty());
        }
        await("all is sent")
                .atMost(SENDING)
                .ignoreExceptions()
                .until(() -> api.get(ALERTING, "/v1/portals/fault/deliveries?state=SENT&size=1")
                                .body()
                                .path("total")
                                .asInt()
                        == shown.size());
        long possibleRepeats = (long) metric(ALERTING, "amends_delivery_possible_repeats_total");
        long mails = shown.keySet().stream()
                .mapToLong(c -> mailbox.to(c + "@example.com").size())
                .sum();
        // SMTP has no idempotency: a kill just after the server's 250 may repeat a mail. It is counted where it may be.
        assertThat(mails).isBetween((long) shown.size(), shown.size() + possibleRepeats);
        System.out.printf(
                "fault test: %d digests, %d mails, %d possible repeats counted%n",
                shown.size(), mails, possibleRepeats);
    }

    private boolean caughtUp(String service) {
        return metric(service, "amends_consumer_lag") == 0 && metric("AMENDS_RULES_PORT", "amends_consumer_lag") == 0;
    }

    private double metric(String service, String name) {
        String text = new String(api.bytes(stack.url(service) + "/q/metrics"), java.nio.charset.StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
