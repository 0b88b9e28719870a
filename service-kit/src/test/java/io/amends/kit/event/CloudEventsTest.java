package io.amends.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amends.contracts.CloseCase;
import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kafka binding of CloudEvents 1.0, as interfaces.md says it is read and written. */
class CloudEventsTest {

    @Test
    void whatIsWrittenIsReadBack() {
        ProducerRecord<byte[], byte[]> record = new EventHeaders("amends/test", Instant.parse("2026-11-20T08:00:00Z"))
                .record(OutboundEvent.of("t", "acme:T-1", "id-1", "amends.test", "data"));
        CloudEvent event = CloudEvents.read(record.headers(), record.value());
        assertThat(event.id()).isEqualTo("id-1");
        assertThat(event.source()).isEqualTo("amends/test");
        assertThat(event.read(String.class)).isEqualTo("data");
        assertThat(CloudEvents.text(record.headers(), "ce_subject")).isEqualTo("acme:T-1");
        assertThat(CloudEvents.text(record.headers(), "ce_time")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(CloudEvents.text(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEvents.text(record.headers(), "content-type")).isEqualTo("application/json");
    }

    @Test
    void structuredModeIsReadWithAndWithoutContentType() {
        byte[] value = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"crm\",\"type\":\"t\",\"data\":{\"a\":1}}"
                .getBytes(UTF_8);
        Headers headers = new RecordHeaders();
        assertThat(CloudEvents.read(headers, value).data()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
        headers.add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8));
        assertThat(CloudEvents.read(headers, value).source()).isEqualTo("crm");
    }

    @Test
    void anotherAttributeThatMakesNoSenseHoldsNoEventUp() {
        Headers headers = new RecordHeaders();
        for (String name : new String[] {"ce_id", "ce_source", "ce_type"}) {
            headers.add(name, "1".getBytes(UTF_8));
        }
        headers.add("ce_time", "yesterday".getBytes(UTF_8));
        assertThat(CloudEvents.read(headers, new byte[0]).id()).isEqualTo("1");
    }

    @Test
    void idSourceAndTypeAreNeeded() {
        Headers headers = new RecordHeaders().add("ce_id", "1".getBytes(UTF_8)).add("ce_type", "t".getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEvents.read(headers, new byte[0]))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("ce_source");
        assertThatThrownBy(() -> CloudEvents.read(new RecordHeaders(), "{\"id\":\"1\"}".getBytes(UTF_8)))
                .isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> CloudEvents.read(new RecordHeaders(), "no json".getBytes(UTF_8)))
                .isInstanceOf(PermanentFailure.class);
        assertThatThrownBy(() -> CloudEvents.read(new RecordHeaders(), null)).isInstanceOf(PermanentFailure.class);
    }

    @DisplayName("A1: structured mode is read with data_base64, with data written out twice, in any case of headers")
    @Test
    void structuredModeInAllItsForms() {
        String head = "{\"id\":\"1\",\"source\":\"crm\",\"type\":\"t\",";
        String data = "{\"a\":\"ü\"}";
        String encoded = Base64.getEncoder().encodeToString(data.getBytes(UTF_8));
        assertThat(structured(head + "\"data_base64\":\"" + encoded + "\"}")).isEqualTo(data);
        assertThat(structured(head + "\"data\":null,\"data_base64\":\"" + encoded + "\"}"))
                .isEqualTo(data);
        String signs = "{\"a\":\"???>>>~~~\"}";
        String ofAddresses = Base64.getUrlEncoder().withoutPadding().encodeToString(signs.getBytes(UTF_8));
        assertThat(ofAddresses).containsPattern("[-_]");
        assertThat(structured(head + "\"data_base64\":\"" + ofAddresses + "\\r\\n\"}"))
                .isEqualTo(signs);
        assertThat(structured(head + "\"datacontenttype\":\"application/json\",\"data\":" + data + "}"))
                .isEqualTo(data);
        assertThat(structured(head + "\"data\":\"{\\\"a\\\":\\\"ü\\\"}\"}")).isEqualTo(data);
        Headers binary = new RecordHeaders()
                .add("CE_ID", "1".getBytes(UTF_8))
                .add("Ce_Source", "crm".getBytes(UTF_8))
                .add("ce_Type", "t".getBytes(UTF_8))
                .add("Content-Type", "application/json; charset=utf-8".getBytes(UTF_8));
        assertThat(CloudEvents.read(binary, data.getBytes(UTF_8)).id()).isEqualTo("1");
        Headers structured =
                new RecordHeaders().add("Content-Type", "Application/CloudEvents+JSON ; charset=UTF-8".getBytes(UTF_8));
        assertThat(CloudEvents.read(structured, (head + "\"data\":" + data + "}").getBytes(UTF_8))
                        .type())
                .isEqualTo("t");
    }

    @DisplayName("A2: an id that is no UTF-8 is refused: two of them would be one after reading")
    @Test
    void exactIds() {
        Headers headers = new RecordHeaders()
                .add("ce_id", new byte[] {'a', (byte) 0xff})
                .add("ce_source", "crm".getBytes(UTF_8))
                .add("ce_type", "t".getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEvents.read(headers, new byte[0]))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("ce_id is not UTF-8");
        headers.add("ce_id", "a\uFFFD".getBytes(UTF_8));
        assertThat(CloudEvents.read(headers, new byte[0]).id()).isEqualTo("a\uFFFD");
    }

    @DisplayName("A5: every reason why a record is no event is a phrase that a person understands")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "null",
                "[]",
                "\"x\"",
                "5",
                "{",
                "{}",
                "{\"id\":1}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\"}",
                "{\"id\":\"\\u0000\",\"source\":\"s\",\"type\":\"t\",\"data\":{}}",
                "{\"id\":\"1\",\"source\":\"\\ud800\",\"type\":\"t\",\"data\":{}}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":\"=\"}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":\"!!!!\"}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":5}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"data_base64\":\"e30=\",\"data\":{}}",
                "{\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"datacontenttype\":\"text/xml\",\"data\":\"<a/>\"}"
            })
    void plainReasons(String value) {
        PermanentFailure refused = catchThrowableOfType(
                PermanentFailure.class, () -> CloudEvents.read(new RecordHeaders(), value.getBytes(UTF_8)));
        assertThat(refused).isNotNull();
        assertThat(refused.reason())
                .hasSizeGreaterThan(10)
                .doesNotContainPattern("com\\.|java|Jackson|Deserializ|[Tt]oken|START_|found,|`");
    }

    @DisplayName("A2: an identity that no index holds is refused, and not by the database")
    @Test
    void identity() {
        Headers headers = new RecordHeaders()
                .add("ce_id", "\u4e00".repeat(400).getBytes(UTF_8))
                .add("ce_source", "\u4e00".repeat(400).getBytes(UTF_8))
                .add("ce_type", "t".getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEvents.read(headers, new byte[0]))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("2000 bytes together");
    }

    @DisplayName("D8: what somebody else sent is checked as over HTTP, and said with its place")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"DONE\"}| /outcome: must be one of RESOLVED",
                "{\"rootCause\":\"\\ud800\"}| /rootCause: must not contain half a character",
                "{\"sendFollowUp\":\"yes\"}| /sendFollowUp: must be true or false",
                "[]| must be an object",
                "{\"portal\"| is not JSON in line 1",
                "null| is null"
            })
    void sent(String data, String said) {
        CloudEvent event = new CloudEvent("1", "crm", "t", data.getBytes(UTF_8));
        assertThatThrownBy(() -> event.readSent(CloseCase.class))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining(said);
    }

    private static String structured(String event) {
        return new String(
                CloudEvents.read(new RecordHeaders(), event.getBytes(UTF_8)).data(), UTF_8);
    }
}
