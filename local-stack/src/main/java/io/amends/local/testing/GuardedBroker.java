package io.amends.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * Beside {@link Brokers}, for one Quarkus test: the service signs in to a {@link GuardedKafka} under its own name, and may
 * there what {@code deploy/kafka/acls} allows. Its arguments are {@code user}, the service, and {@code owners}, what
 * AMENDS_PORTAL_TOPICS says: each portal's owner is a user of the portal's name. With the argument {@code password} the
 * service signs in by that one, and with {@code authority=other} it trusts another certificate than the broker's. The test
 * may have a field of type GuardedKafka.
 */
public final class GuardedBroker implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> arguments = new HashMap<>();
    private @Nullable GuardedKafka kafka;

    @Override
    public void init(Map<String, String> given) {
        arguments.putAll(given);
    }

    @Override
    public Map<String, String> start() {
        String user = arguments.getOrDefault("user", "");
        Map<String, String> topics = topics(arguments.getOrDefault("owners", ""));
        List<String> users = new ArrayList<>(topics.values());
        users.add(user);
        GuardedKafka started = GuardedKafka.start(users);
        kafka = started;
        started.allow(KafkaAcls.ofServices());
        topics.forEach((topic, owner) -> started.allow(KafkaAcls.ofOwner(owner, topic)));
        create(started, topics.keySet().stream().toList());
        Map<String, String> configuration = new HashMap<>(started.configuration(user));
        configuration.put("AMENDS_PORTAL_TOPICS", arguments.getOrDefault("owners", ""));
        Optional.ofNullable(arguments.get("password"))
                .ifPresent(password -> configuration.put("AMENDS_KAFKA_PASSWORD", password));
        if (arguments.containsKey("authority")) {
            configuration.put(
                    "AMENDS_KAFKA_CA", TestCertificate.make().authority().toString());
        }
        return configuration;
    }

    private static Map<String, String> topics(String owners) {
        Map<String, String> topics = new LinkedHashMap<>();
        for (String part : owners.isEmpty() ? new String[0] : owners.split(",")) {
            String[] sides = part.split("=");
            topics.put(sides[1], sides[0]);
        }
        return topics;
    }

    /** As ops do it: a service may not make what belongs to an owner. */
    private static void create(GuardedKafka kafka, List<String> topics) {
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.keeper()));
        try {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, 2, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "LogAppendTime")))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** After Brokers, whose Kafka it takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(kafka, "started"), new TestInjector.MatchesType(GuardedKafka.class));
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
