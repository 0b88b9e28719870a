package io.amends.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Survey responses of ordinary size, about 600 bytes, 5% of them unhappy. Each id and ticket is used once. */
final class Surveys {
    static final int GROUPS = 8;
    private static final List<String> COMMENTS = List.of(
            "Quick answer, thank you. The second call was not even needed, everything worked at once.",
            "I had to explain everything twice before somebody could help, and it still took until the evening.",
            "Der Techniker war pünktlich und hat alles gut erklärt, nur die Rechnung stimmt noch immer nicht.",
            "Toujours en attente d'une réponse à ma deuxième question, posée il y a plus d'une semaine déjà.");

    private static final Map<String, String> CSV = csvColumns(
            "responseId",
            "/responseId",
            "ticketId",
            "/ticketId",
            "supportGroup",
            "/supportGroup",
            "channel",
            "/channel",
            "language",
            "/language",
            "agentId",
            "/agent/id",
            "agentName",
            "/agent/name",
            "customerId",
            "/customer/id",
            "customerName",
            "/customer/name",
            "customerEmail",
            "/customer/email",
            "customerCompany",
            "/customer/company",
            "measures.csat",
            "/measures/csat",
            "measures.nps",
            "/measures/nps",
            "factors",
            "/factors",
            "comment",
            "/comment",
            "contactChoice",
            "/contactChoice",
            "properties.orderId",
            "/properties/orderId",
            "submittedAt",
            "/submittedAt");

    private final String portal;
    private final Random random;
    private int next;

    Surveys(String portal, long seed) {
        this.portal = portal;
        this.random = new Random(seed);
    }

    /**
     * One response as it is sent.
     *
     * @param key the ticket key
     */
    record Survey(String id, String key, byte[] json) {}

    Survey next() {
        int n = next++;
        String id = "b-" + n;
        String ticket = "T-" + n;
        boolean unhappy = random.nextInt(100) < 5;
        byte[] json = Json.write(Map.ofEntries(
                Map.entry("portal", portal),
                Map.entry("responseId", id),
                Map.entry("ticketId", ticket),
                Map.entry("supportGroup", "G" + n % GROUPS),
                Map.entry("channel", n % 3 == 0 ? "phone" : "email"),
                Map.entry("language", "en"),
                Map.entry("agent", Map.of("id", "a-" + n % 40, "name", "Robin Example")),
                Map.entry(
                        "customer",
                        Map.of(
                                "id",
                                "c-" + n,
                                "name",
                                "Kim Example",
                                "email",
                                "kim@example.com",
                                "company",
                                "Example GmbH")),
                Map.entry("measures", Map.of("csat", unhappy ? 1 : 4 + n % 2, "nps", unhappy ? 2 : 9)),
                Map.entry("factors", List.of("Speed of response", "Kept informed")),
                Map.entry("comment", COMMENTS.get(n % COMMENTS.size())),
                Map.entry("contactChoice", ContactChoice.NOT_ASKED),
                Map.entry("properties", Map.of("orderId", Integer.toString(100_000_000 + n))),
                Map.entry(
                        "submittedAt",
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())));
        return new Survey(id, portal + ":" + ticket, json);
    }

    List<Survey> next(int count) {
        List<Survey> surveys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            surveys.add(next());
        }
        return surveys;
    }

    /** Headers with where their values stand in a survey. */
    private static Map<String, String> csvColumns(String... headersAndPointers) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < headersAndPointers.length; i += 2) {
            columns.put(headersAndPointers[i], headersAndPointers[i + 1]);
        }
        return columns;
    }

    String portal() {
        return portal;
    }

    /** The same surveys as rows of a file, with every field a column. */
    static byte[] csv(List<Survey> surveys) throws IOException {
        return (csvHead() + csvRows(surveys)).getBytes(UTF_8);
    }

    static String csvHead() {
        return String.join(",", CSV.keySet()) + '\n';
    }

    static String csvRows(List<Survey> surveys) throws IOException {
        StringBuilder file = new StringBuilder();
        for (Survey survey : surveys) {
            JsonNode json = Json.MAPPER.readTree(survey.json());
            List<String> cells = new ArrayList<>();
            for (String pointer : CSV.values()) {
                JsonNode value = json.at(pointer);
                String text = value.isArray() ? joined(value) : value.asText();
                cells.add('"' + text.replace("\"", "\"\"") + '"');
            }
            file.append(String.join(",", cells)).append('\n');
        }
        return file.toString();
    }

    /** The mapping of a source whose bodies are these surveys: a pointer to each of their fields. */
    static String mapping() {
        Map<String, Object> mapping = new LinkedHashMap<>();
        CSV.forEach((field, pointer) -> {
            String[] steps = field.split("\\.");
            if (steps.length == 1) {
                mapping.put(field, pointer);
            } else {
                Map<String, String> named = new LinkedHashMap<>();
                if (mapping.get(steps[0]) instanceof Map<?, ?> others) {
                    others.forEach((name, at) -> named.put(name.toString(), at.toString()));
                }
                named.put(steps[1], pointer);
                mapping.put(steps[0], named);
            }
        });
        return new String(Json.write(mapping), UTF_8);
    }

    /** The same survey with a contact choice that there is not: all of it is read and checked, and then refused. */
    static byte[] wrong(Survey survey) {
        return new String(survey.json(), UTF_8)
                .replace("\"" + ContactChoice.NOT_ASKED + "\"", "\"PERHAPS\"")
                .getBytes(UTF_8);
    }

    private static String joined(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(item.asText()));
        return String.join("; ", items);
    }

    /** Newline-delimited JSON. */
    static byte[] lines(List<Survey> surveys) {
        StringBuilder lines = new StringBuilder();
        surveys.forEach(survey -> lines.append(new String(survey.json(), UTF_8)).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }
}
