package io.amends.local.kafka;

import io.amends.local.process.OwnerOnly;
import io.amends.local.process.Ports;
import io.amends.local.process.StartRefused;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka (KRaft, broker and controller in one) in this process; its data outlives it. */
public final class KafkaNode implements AutoCloseable {
    private final int port;
    private final KafkaRaftServer server;

    private KafkaNode(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts a node with its data in {@code data}, formatting it the first time.
     *
     * @param port on loopback; 0 takes a free one
     * @throws StartRefused if the data can't be used or the port is taken
     */
    public static KafkaNode start(Path data, int port) {
        return start(data, port, new Properties());
    }

    /**
     * Starts a node with more settings than usual, such as another listener and who may use it.
     *
     * @param more settings of the broker; where the node has one of that name already, the value is added to its list
     * @throws StartRefused if the data can't be used or the port is taken
     */
    static KafkaNode start(Path data, int port, Properties more) {
        int brokerPort = port == 0 ? Ports.free() : port;
        Properties settings = KafkaSettings.of(data, brokerPort, Ports.free());
        more.forEach((key, value) -> settings.merge(key, value, (usual, added) -> usual + "," + added));
        try {
            OwnerOnly.folder(data);
            format(data);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            return new KafkaNode(brokerPort, server);
        } catch (Exception e) {
            throw new StartRefused("Kafka does not start on port " + brokerPort + " with " + data + ": " + e, e);
        }
    }

    private static void format(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(KafkaSettings.NODE)
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** The address for clients, {@code 127.0.0.1:port}. */
    public String bootstrap() {
        return KafkaSettings.HOST + ":" + port;
    }

    /** Blocks until the node has stopped. */
    public void await() {
        server.awaitShutdown();
    }

    /** Stops in order: no record that was acknowledged is lost. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
