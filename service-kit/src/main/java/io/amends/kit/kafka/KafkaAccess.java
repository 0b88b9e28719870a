package io.amends.kit.kafka;

import io.amends.kit.failure.Failures;
import io.amends.kit.failure.TransientFailure;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is, how the connection to it is protected, and as whom this service signs in (H3). Every client is made
 * with these settings: SmallRye's channels get them as the default broker, and whoever needs a client of its own gets it
 * here.
 */
public final class KafkaAccess {
    private static final String STANDARD = "kafka.";
    private static final String PEM = "PEM";
    private static final Set<String> KNOWN = Stream.of(
                    AdminClientConfig.configNames(), ProducerConfig.configNames(), ConsumerConfig.configNames())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Object> settings;

    private KafkaAccess(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * A Kafka that is reached in plain text and asks nobody who they are.
     *
     * @param bootstrap its address, {@code host:port}, or several with commas
     */
    public static KafkaAccess plain(String bootstrap) {
        return new KafkaAccess(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /**
     * As the service is configured: the {@code AMENDS_KAFKA…} variables, and beside them each setting of Kafka's clients
     * as {@code kafka.<setting>}, or in the environment as {@code KAFKA_<SETTING>}.
     *
     * @throws IllegalStateException if a value is none that Amends knows, or half of a sign-in is missing
     */
    public static KafkaAccess configured(Config config) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
            // The environment of a container may name quite other things so, such as KAFKA_PORT.
            if (dotted.startsWith(STANDARD) && KNOWN.contains(dotted.substring(STANDARD.length()))) {
                text(config, name).ifPresent(value -> settings.put(dotted.substring(STANDARD.length()), value));
            }
        }
        protection(config).ifPresent(protocol -> {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name);
            if (protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT) {
                signIn(config, settings);
            }
        });
        text(config, "amends.kafka.ca").ifPresent(file -> {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file);
        });
        text(config, "amends.kafka.certificate").ifPresent(file -> {
            settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
            settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, file);
        });
        return new KafkaAccess(settings);
    }

    private static Optional<SecurityProtocol> protection(Config config) {
        return text(config, "amends.kafka.security").map(name -> Stream.of(SecurityProtocol.values())
                .filter(protocol -> protocol.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "AMENDS_KAFKA_SECURITY must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL, and is " + name)));
    }

    private static void signIn(Config config, Map<String, Object> settings) {
        Optional<String> user = text(config, "amends.kafka.user");
        Optional<String> password = text(config, "amends.kafka.password");
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalStateException(
                    "AMENDS_KAFKA_USER and AMENDS_KAFKA_PASSWORD are set together or not at all");
        }
        // Without them it is another way to sign in, such as OAUTHBEARER, whose settings are Kafka's own.
        user.ifPresent(name -> {
            SaslLogin login = SaslLogin.named(config.getValue("amends.kafka.mechanism", String.class));
            settings.put(SaslConfigs.SASL_MECHANISM, login.mechanism());
            settings.put(SaslConfigs.SASL_JAAS_CONFIG, login.jaas(name, password.orElseThrow()));
        });
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /** Kafka's address, as it is shown to people. */
    public String bootstrap() {
        return Objects.toString(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), "");
    }

    /** All settings of a client: these, and its own, which come first. They have the password: for nobody to print. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }

    /**
     * A producer of bytes.
     *
     * @param own the client's own settings
     * @throws TransientFailure if none can be made, such as for a file that is missing
     */
    public KafkaProducer<byte[], byte @Nullable []> producer(Map<String, ?> own) {
        return made(own, all -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * A consumer of bytes.
     *
     * @param own the client's own settings
     * @throws TransientFailure if none can be made, such as for a file that is missing
     */
    public KafkaConsumer<byte[], byte[]> consumer(Map<String, ?> own) {
        return made(own, all -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * An admin client. Close it with a limit: without one it can wait for ever for an answer whose connection was lost.
     *
     * @param own the client's own settings
     * @throws TransientFailure if none can be made, such as for a file that is missing
     */
    public Admin admin(Map<String, ?> own) {
        return made(own, Admin::create);
    }

    /** What a client's error says, in one phrase for logs: who is refused, or that Kafka does not answer. */
    public String said(Throwable error) {
        Throwable cause = error instanceof ExecutionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof AuthenticationException) {
            return "Kafka at " + bootstrap() + " and this service do not trust each other: " + words(cause);
        }
        if (cause instanceof AuthorizationException) {
            return "Kafka at " + bootstrap() + " refuses this service a right: " + words(cause);
        }
        return "Kafka at " + bootstrap() + " does not answer: " + words(cause);
    }

    private <C> C made(Map<String, ?> own, Function<Map<String, Object>, C> client) {
        try {
            return client.apply(with(own));
        } catch (KafkaException e) {
            // A file or a name that is missing now may be there in a moment, and a service that waits says so.
            throw new TransientFailure("no client for Kafka at " + bootstrap() + " can be made: " + words(e), e);
        }
    }

    /** The error, and below it what made it: of a handshake that failed, only the latter says why. */
    private static String words(Throwable error) {
        return Failures.chain(error)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The address alone, since the settings have the password. */
    @Override
    public String toString() {
        return bootstrap();
    }
}
