package io.amends.ingest.recorder;

import io.amends.ingest.submission.PortalTopics;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets the recorder hear the topics of single owners beside the common one (H3). What a channel hears is configuration,
 * and no expression makes a list of topics of a list of portals and topics.
 */
public final class PortalTopicsSource implements ConfigSourceFactory {
    private static final String HEARD = "mp.messaging.incoming." + RecorderStep.NAME + ".topics";
    // Over application.properties (250), and below what the environment says (300).
    private static final int ORDINAL = 260;

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if AMENDS_PORTAL_TOPICS cannot be understood: the service does not start
     */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        List<String> heard = new ArrayList<>(List.of(value(context, HEARD)));
        heard.addAll(PortalTopics.of(value(context, "amends.portal-topics")).names());
        return List.of(new PropertiesConfigSource(
                Map.of(HEARD, String.join(",", heard)), PortalTopicsSource.class.getSimpleName(), ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue found = context.getValue(name);
        return found == null || found.getValue() == null ? "" : found.getValue();
    }
}
