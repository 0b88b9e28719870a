package io.amends.local.kafka;

import io.amends.local.process.Folder;
import io.amends.local.process.ParentWatch;
import io.amends.local.process.Quiet;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;

/** Kafka as a process of its own: {@code <folder> <port> [--temporary]}; a temporary folder goes when it stops. */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) {
        ParentWatch.begin();
        Quiet.libraries(Level.SEVERE);
        Path folder = Path.of(arguments[0]);
        boolean temporary = List.of(arguments).contains("--temporary");
        KafkaNode node = KafkaNode.start(folder.resolve("data"), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            if (temporary) {
                Folder.delete(folder);
            }
        }));
        System.out.println("ready " + node.bootstrap());
        node.await();
    }
}
