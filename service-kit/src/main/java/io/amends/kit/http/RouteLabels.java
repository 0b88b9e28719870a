package io.amends.kit.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Keeps metrics to what there is: every address is labelled by its route, and what is no route has one label. Else who
 * asks for made-up addresses makes a series of each, and ids of responses stand in labels.
 */
public class RouteLabels {
    static final String UNMATCHED = "UNMATCHED";

    // What the platform says in place of an address.
    private static final Set<String> SAID = Set.of("root", "NOT_FOUND", "REDIRECTION", "UNKNOWN");

    @Produces
    @Singleton
    MeterFilter labels(Routes routes) {
        return new LabelFilter(routes);
    }

    private record LabelFilter(Routes routes) implements MeterFilter {
        @Override
        public Meter.Id map(Meter.Id id) {
            String name = id.getName();
            if (!name.startsWith("http.server") && !name.startsWith("http.client")) {
                return id;
            }
            List<Tag> tags = id.getTags().stream().map(this::bounded).toList();
            return id.replaceTags(tags);
        }

        private Tag bounded(Tag tag) {
            return switch (tag.getKey()) {
                case "uri" -> Tag.of("uri", route(tag.getValue()));
                case "method" -> Tag.of("method", Routes.method(tag.getValue()));
                default -> tag;
            };
        }

        private String route(String uri) {
            if (SAID.contains(uri)) {
                return uri;
            }
            String template = routes.template(uri);
            return template == null ? UNMATCHED : template;
        }
    }
}
