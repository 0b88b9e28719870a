package io.amends.local.kafka;

import io.amends.local.process.Folder;
import io.amends.local.process.ParentWatch;
import io.amends.local.process.Quiet;
import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;

/**
 * Kafka as a process of its own: {@code <folder> <port> [--temporary]}; a temporary folder goes when it stops. A file
 * {@value #MORE} in the folder has more settings of the broker.
 */
public final class KafkaProcess {
    /** The file with more settings of the broker. */
    public static final String MORE = "more.properties";

    private KafkaProcess() {}

    public static void main(String[] arguments) {
        ParentWatch.begin();
        Quiet.libraries(Level.SEVERE);
        Path folder = Path.of(arguments[0]);
        boolean temporary = List.of(arguments).contains("--temporary");
        KafkaNode node =
                KafkaNode.start(folder.resolve("data"), Integer.parseInt(arguments[1]), more(folder.resolve(MORE)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            if (temporary) {
                Folder.delete(folder);
            }
        }));
        System.out.println("ready " + node.bootstrap());
        node.await();
    }

    private static Properties more(Path file) {
        Properties more = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                more.load(reader);
            } catch (IOException e) {
                throw new StartRefused("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return more;
    }
}
