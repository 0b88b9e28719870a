package io.amends.local.process;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences libraries that tell at length what is of no use here. */
public final class Quiet {
    // Held, since java.util.logging forgets the level of a logger nobody holds.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("io.zonky.test"),
            Logger.getLogger("com.icegreen"));

    private Quiet() {}

    /** From now on only what is severe is told; {@link Level#OFF} for a process that talks to a person. */
    public static void libraries(Level level) {
        LOGGERS.forEach(logger -> logger.setLevel(level));
    }
}
