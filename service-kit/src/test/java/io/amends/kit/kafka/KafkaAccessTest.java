package io.amends.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.failure.TransientFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the configuration of a service makes of its access to Kafka. */
class KafkaAccessTest {

    @Test
    @DisplayName(
            "H3: without a word about it Kafka is reached in plain text, and each client's own settings come first")
    void plain() {
        KafkaAccess access = access(Map.of("kafka.acks", "1"));

        assertThat(access.with(Map.of("acks", "all")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("bootstrap.servers", "kafka:9092", "acks", "all"));
        assertThat(access.bootstrap()).isEqualTo("kafka:9092");
    }

    @Test
    @DisplayName("H3: user, password, authority and certificate become Kafka's settings, and print nowhere")
    void signsIn() {
        KafkaAccess access = access(Map.of(
                "amends.kafka.security", "SASL_SSL",
                "amends.kafka.user", "alerting",
                "amends.kafka.password", "very-secret",
                "amends.kafka.ca", "/etc/amends/ca.pem",
                "amends.kafka.certificate", "/etc/amends/alerting.pem"));

        assertThat(access.with(Map.of()))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/etc/amends/ca.pem")
                .containsEntry("ssl.keystore.type", "PEM")
                .containsEntry("ssl.keystore.location", "/etc/amends/alerting.pem")
                .hasEntrySatisfying("sasl.jaas.config", jaas -> assertThat(jaas.toString())
                        .contains("ScramLoginModule", "very-secret"));
        assertThat(access).hasToString("kafka:9092");
    }

    @Test
    @DisplayName("H3: other settings of Kafka's clients are taken by their own names; what is none of them is not")
    void kafkasOwn() {
        KafkaAccess access = access(Map.of(
                "amends.kafka.security", "SASL_SSL",
                "kafka.sasl.mechanism", "OAUTHBEARER",
                "KAFKA_SASL_JAAS_CONFIG", "OAuthBearerLoginModule required;",
                "KAFKA_PORT_9092_TCP", "tcp://10.0.0.7:9092",
                "kafka.ssl.truststore.location", " "));

        assertThat(access.with(Map.of()))
                .containsOnlyKeys("bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.jaas.config");
    }

    @Test
    @DisplayName("H3: a value that Amends does not know, and half of a sign-in, are refused by the name of the setting")
    void refused() {
        assertThatThrownBy(() -> access(Map.of("amends.kafka.security", "TLS")))
                .hasMessageContaining("AMENDS_KAFKA_SECURITY")
                .hasMessageContaining("TLS");
        assertThatThrownBy(() -> access(Map.of(
                        "amends.kafka.security", "SASL_SSL",
                        "amends.kafka.user", "alerting",
                        "amends.kafka.password", "very-secret",
                        "amends.kafka.mechanism", "MD5")))
                .hasMessageContaining("AMENDS_KAFKA_MECHANISM")
                .hasMessageNotContaining("very-secret");
        assertThatThrownBy(() -> access(Map.of("amends.kafka.security", "SASL_SSL", "amends.kafka.user", "alerting")))
                .hasMessageContaining("AMENDS_KAFKA_PASSWORD");
    }

    @Test
    @DisplayName("H3: a file that is missing may come yet: it is waited for, and named")
    void missingFile() {
        KafkaAccess access = access(Map.of(
                "kafka.bootstrap.servers", "127.0.0.1:9",
                "amends.kafka.security", "SSL",
                "amends.kafka.ca", "/nowhere/ca.pem"));

        assertThatThrownBy(() -> access.producer(Map.of()))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("/nowhere/ca.pem");
        assertThatThrownBy(() -> access.consumer(Map.of())).isInstanceOf(TransientFailure.class);
        assertThatThrownBy(() -> access.admin(Map.of())).isInstanceOf(TransientFailure.class);
    }

    @Property
    void whateverThePasswordIsKafkaReadsIt(
            @ForAll @NotEmpty @CharRange(from = ' ', to = '~') String user,
            @ForAll @NotEmpty @CharRange(from = ' ', to = 'ÿ') String password) {
        String jaas = SaslLogin.PLAIN.jaas(user, password);

        assertThat(JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)))
                        .configurationEntries()
                        .get(0)
                        .getOptions())
                .isEqualTo(Map.of("username", user, "password", password));
    }

    private static KafkaAccess access(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of("kafka.bootstrap.servers", "kafka:9092", "amends.kafka.mechanism", "SCRAM-SHA-512"));
        settings.putAll(more);
        return KafkaAccess.configured(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
