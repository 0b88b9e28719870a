package io.amends.contracts.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules.Checked;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** F6 for whatever is sent: it is an entry, or every reason is told where it is; and an entry stays what it is. */
class EntryPropertyTest {

    @Property(tries = 3000)
    void f6_anyJsonIsAnEntryOrWrongWithPointers(@ForAll EntryType type, @ForAll("json") JsonNode sent) {
        Checked checked = EntryRules.check(type, sent);
        if (checked instanceof Checked.Wrong wrong) {
            assertThat(wrong.reasons()).isNotEmpty().allSatisfy(reason -> {
                assertThat(reason.pointer()).matches("(/.*)?");
                assertThat(reason.reason()).matches("(must|is|a name is) .*").doesNotContain("jackson");
            });
            assertThat(wrong.reasons()).noneMatch(r -> r.reason().contains("as it is documented"));
        }
    }

    @Property(tries = 3000)
    void f6_whatIsReadIsReadEqualOnceWritten(@ForAll EntryType type, @ForAll("json") JsonNode sent) {
        EntryRules.check(type, sent).readable().ifPresent(entry -> {
            EntryKey key = new EntryKey("acme", type.word(), type == EntryType.PORTAL ? "acme" : "x");
            byte[] published = Json.write(new DirectoryEntry(key.portal(), key.code(), Json.MAPPER.valueToTree(entry)));
            assertThat(EntryRules.read(type, Json.write(entry)).readable()).contains(entry);
            assertThat(EntryRules.published(type, key, published).readable()).contains(entry);
        });
    }

    @Property(tries = 1000)
    void f6_anyBytesAreAnEntryOrWrong(@ForAll EntryType type, @ForAll byte[] bytes) {
        assertThat(EntryRules.read(type, bytes).readable()).isEmpty();
    }

    @Example
    void f6_numbersThatNobodyCanWriteOutAreWrong() {
        for (String number : List.of("1e2147483648", "1e-2147483648", "1e99999999999999999999", "9".repeat(2000))) {
            String json = "{\"name\":\"A\",\"serviceRecoveryThreshold\":" + number + "}";
            Checked checked = EntryRules.read(EntryType.PORTAL, json.getBytes(UTF_8));
            assertThat(((Checked.Wrong) checked).reasons())
                    .extracting(Reason::pointer)
                    .containsExactly("/serviceRecoveryThreshold");
        }
    }

    @Example
    void f6_manyFaultsAreToldBriefly() {
        ObjectNode portal = Json.MAPPER.createObjectNode();
        ObjectNode measures = portal.putObject("measures");
        for (int i = 0; i < 10_000; i++) {
            measures.put("m" + i, 1);
        }
        assertThat(((Checked.Wrong) EntryRules.check(EntryType.PORTAL, portal)).reasons())
                .hasSize(EntryLimits.REASONS);
    }

    @Provide
    Arbitrary<JsonNode> json() {
        return AnyEntry.json();
    }
}
