package io.amends.local.testing;

import io.amends.local.kafka.KafkaProbe;
import io.amends.local.kafka.KafkaProcess;
import io.amends.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A real Kafka that lets in only who signs in over TLS, by SASL/PLAIN or SCRAM-SHA-512, and that allows nobody what no ACL
 * allows (H3). It has a certificate of its own and the users that it is started with. A process, as {@link Brokers} has
 * them; close it.
 */
public final class GuardedKafka implements AutoCloseable {
    // A password may have what a settings file gives a meaning to.
    private static final String ODD = "-\"s\\ec;ret'=";

    private final Path folder;
    private final Process process;
    private final int open;
    private final int guarded;
    private final TestCertificate certificate;

    private GuardedKafka(Path folder, Process process, int open, int guarded, TestCertificate certificate) {
        this.folder = folder;
        this.process = process;
        this.open = open;
        this.guarded = guarded;
        this.certificate = certificate;
    }

    /**
     * Starts one and waits until it serves.
     *
     * @param users who may sign in; what they may do is said by {@link #allow}
     */
    public static GuardedKafka start(List<String> users) {
        try {
            Path folder = Files.createTempDirectory("amends-test-guarded-kafka-");
            TestCertificate certificate = TestCertificate.make();
            int open = Ports.free();
            int guarded = Ports.free();
            try (Writer file = Files.newBufferedWriter(folder.resolve(KafkaProcess.MORE))) {
                settings(users, guarded, certificate).store(file, null);
            }
            Process process = EmbeddedBrokers.start(KafkaProcess.class, folder, open);
            EmbeddedBrokers.await(process, EmbeddedBrokers.log(folder), () -> KafkaProbe.ready(open));
            GuardedKafka kafka = new GuardedKafka(folder, process, open, guarded, certificate);
            kafka.scram(users);
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings(List<String> users, int guarded, TestCertificate certificate) {
        Properties more = new Properties();
        String address = "GUARDED://127.0.0.1:" + guarded;
        more.setProperty("listeners", address);
        more.setProperty("advertised.listeners", address);
        more.setProperty("listener.security.protocol.map", "GUARDED:SASL_SSL");
        more.setProperty("listener.name.guarded.ssl.keystore.type", "PEM");
        more.setProperty(
                "listener.name.guarded.ssl.keystore.location",
                certificate.identity().toString());
        more.setProperty("listener.name.guarded.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
        more.setProperty(
                "listener.name.guarded.plain.sasl.jaas.config",
                users.stream()
                        .map(user -> " user_" + user + "=" + quoted(password(user)))
                        .collect(Collectors.joining(
                                "", "org.apache.kafka.common.security.plain.PlainLoginModule required", ";")));
        more.setProperty(
                "listener.name.guarded.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        more.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // Who reaches the listener in plain text: the broker itself, and the test as its keeper.
        more.setProperty("super.users", "User:ANONYMOUS");
        return more;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A user's password. */
    public static String password(String user) {
        return user + ODD;
    }

    /** The address at which one signs in. */
    public String bootstrap() {
        return "127.0.0.1:" + guarded;
    }

    /** PEM: the certificate of the broker, for who is to trust it. */
    public Path authority() {
        return certificate.authority();
    }

    /** What a service needs to sign in as a user, by the keys of its configuration. */
    public Map<String, String> configuration(String user) {
        return Map.of(
                "AMENDS_KAFKA",
                bootstrap(),
                "AMENDS_KAFKA_SECURITY",
                "SASL_SSL",
                "AMENDS_KAFKA_MECHANISM",
                "PLAIN",
                "AMENDS_KAFKA_USER",
                user,
                "AMENDS_KAFKA_PASSWORD",
                password(user),
                "AMENDS_KAFKA_CA",
                authority().toString());
    }

    /** What a client needs to sign in as a user, by Kafka's own settings. */
    public Map<String, Object> client(String user) {
        return Map.of(
                "bootstrap.servers",
                bootstrap(),
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority().toString(),
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=" + quoted(user)
                        + " password=" + quoted(password(user)) + ";");
    }

    /** The address of its keeper, who may do everything, in plain text and without signing in. */
    public String keeper() {
        return "127.0.0.1:" + open;
    }

    /** Puts a record on a topic, as its keeper. */
    public void send(String topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", keeper()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds ACLs; returns when they are in force. */
    public void allow(Collection<AclBinding> acls) {
        asKeeper(admin -> admin.createAcls(acls).all().get());
        // The broker hears of them a moment after the controller.
        until(admin -> admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(acls));
    }

    private void scram(List<String> users) {
        asKeeper(admin -> admin.alterUserScramCredentials(users.stream()
                        .map(user -> new UserScramCredentialUpsertion(
                                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password(user)))
                        .collect(Collectors.toList()))
                .all()
                .get());
        until(admin -> admin.describeUserScramCredentials(users).all().get().size() == users.size());
    }

    @FunctionalInterface
    private interface KeepersWork<T> {
        T with(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void until(KeepersWork<Boolean> done) {
        try {
            EmbeddedBrokers.await(process, EmbeddedBrokers.log(folder), () -> asKeeper(done));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asKeeper(KeepersWork<T> work) {
        Admin admin = Admin.create(Map.of("bootstrap.servers", keeper()));
        try {
            return work.with(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    /** Ends the broker; its data goes with it. */
    @Override
    public void close() {
        process.destroy();
    }
}
