package io.amends.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.failure.PermanentFailure;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

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
}
