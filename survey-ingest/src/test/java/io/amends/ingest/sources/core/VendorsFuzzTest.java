package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a vendor sends is read, or refused with a phrase (A10): bytes changed, and values exchanged for odd ones. */
class VendorsFuzzTest {
    private static final int INPUTS = Boolean.getBoolean("amends.long") ? 100_000 : 2_000;
    /** What the others' presets fill. */
    private static final String OF_JSON =
            "'responseId':'/id','ticketId':'/ticket','submittedAt':{'at':'/when','format':'EPOCH_MILLIS'},";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode(" \u0000\u202e"),
            NODES.textNode("x".repeat(3_000)),
            NODES.textNode("1e999999"),
            NODES.numberNode(-1),
            NODES.numberNode(new java.math.BigDecimal("1e39")),
            NODES.booleanNode(true),
            NODES.arrayNode().add(1).addNull().add("x"),
            NODES.objectNode().put("id", "x").put("~/", 1));

    @DisplayName("A10: odd values and changed bytes become a response, or are refused; nothing else happens")
    @ParameterizedTest
    @EnumSource
    void odd(SourceVendor vendor) throws IOException {
        Random random = new Random(20261120L + vendor.ordinal());
        Vendor reads = Vendors.of(vendor);
        Source source = VendorsTest.source(
                vendor,
                (vendor == SourceVendor.JSON ? OF_JSON : "")
                        + "'comment':{'answer':'why'},'contactChoice':{'answer':'contact','values':{'true':'YES'}},"
                        + "'factors':{'answer':'topics'},'properties':{'x':''},'measures':{'csat':{'answer':'rating'}}");
        byte[] sample = fetched(vendor);
        JsonNode tree = Json.MAPPER.readTree(sample);
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] body = random.nextBoolean() ? exchanged(tree.deepCopy(), random) : changed(sample, random);
            try {
                reads.genuine(
                        new Webhook(Map.of("x-signature", "\ud800"), body), "s", SourceDefaults.NONE, Instant.EPOCH);
                reads.events(body, null);
            } catch (UnreadableBody e) {
                assertThat(e.why()).isNotBlank();
            }
            try {
                for (JsonNode one : reads.samples(body)) {
                    MappedResponse mapped = BodyMapping.map(reads, "acme", ZoneOffset.UTC, source, one);
                    new SubmissionReader().read(Json.write(mapped.json()), "acme");
                    read++;
                }
            } catch (UnreadableBody e) {
                assertThat(e.why()).isNotBlank();
            } catch (Malformed e) {
                assertThat(e.reasons()).isNotEmpty();
            }
        }
        assertThat(read).isGreaterThan(INPUTS / 20);
    }

    private static byte[] fetched(SourceVendor vendor) {
        return switch (vendor) {
            case SURVEYMONKEY -> SignedWebhooks.file("surveymonkey-fetched.json");
            case QUALTRICS -> SignedWebhooks.file("qualtrics-fetched.json");
            default -> SignedWebhooks.sample(vendor);
        };
    }

    private static byte[] changed(byte[] sample, Random random) {
        byte[] changed = sample.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }

    private static byte[] exchanged(JsonNode tree, Random random) {
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        for (int i = random.nextInt(3); i >= 0; i--) {
            JsonNode holder = inner.get(random.nextInt(inner.size()));
            JsonNode odd = ODD.get(random.nextInt(ODD.size())).deepCopy();
            if (holder instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                object.set(names.get(random.nextInt(names.size())), odd);
            } else if (holder instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), odd);
            }
        }
        return tree.toString().getBytes(UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainerNode()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }
}
