package io.amends.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single node that is broker and controller in one, durable, on loopback. */
final class KafkaSettings {
    /** By number: a name such as localhost is ::1 for some clients, where nothing listens. */
    static final String HOST = "127.0.0.1";

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    static Properties of(Path data, int port, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE));
        p.setProperty(
                "listeners", "BROKER://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        p.setProperty("advertised.listeners", "BROKER://" + HOST + ":" + port);
        p.setProperty("listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.setProperty("inter.broker.listener.name", "BROKER");
        p.setProperty("controller.listener.names", CONTROLLER);
        p.setProperty("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        p.setProperty("log.dirs", data.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A restart takes 2-5 s with these, 12 s without: the broker leaves in order and is fenced soon.
        p.setProperty("controlled.shutdown.enable", "true");
        p.setProperty("broker.heartbeat.interval.ms", "250");
        p.setProperty("broker.session.timeout.ms", "3000");
        // Small machine: the default buffers and threads are for a server of its own.
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        p.setProperty("num.recovery.threads.per.data.dir", "2");
        return p;
    }
}
