package io.amends.dashboard.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.DeliveryState;
import io.amends.dashboard.links.DeliveriesAddress;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which deliveries an address asks for; what is not named right is not asked for. */
public class DeliveryQuery {
    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("contact")
    @Nullable
    String contact;

    @QueryParam("digest")
    @Nullable
    String digest;

    @QueryParam("case")
    @Nullable
    String theCase;

    /** The parameters by which a list is narrowed. */
    enum Filter {
        STATE("state"),
        CHANNEL("channel"),
        CONTACT("contact"),
        DIGEST("digest"),
        CASE("case");

        private final String parameter;

        Filter(String parameter) {
            this.parameter = parameter;
        }
    }

    @Nullable
    DeliveryState state() {
        return one(DeliveryState.values(), state);
    }

    @Nullable
    Channel channel() {
        return one(Channel.values(), channel);
    }

    @Nullable
    String contact() {
        return value(contact);
    }

    @Nullable
    String digest() {
        return value(digest);
    }

    @Nullable
    String theCase() {
        return value(theCase);
    }

    /** The address of the list with that filter set so, or without it; on its first page. */
    String with(String cpc, Filter changed, @Nullable String wanted) {
        StringBuilder address = new StringBuilder(DeliveriesAddress.list(cpc));
        char before = '?';
        for (Filter filter : Filter.values()) {
            String given = filter == changed ? wanted : given(filter);
            if (given != null) {
                address.append(before).append(filter.parameter).append('=').append(URLEncoder.encode(given, UTF_8));
                before = '&';
            }
        }
        return address.toString();
    }

    /** The address of a page of the list as it is. */
    String page(String cpc, int page) {
        String address = with(cpc, Filter.STATE, given(Filter.STATE));
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }

    @Nullable
    String given(Filter filter) {
        return switch (filter) {
            case STATE -> state() == null ? null : state;
            case CHANNEL -> channel() == null ? null : channel;
            case CONTACT -> contact();
            case DIGEST -> digest();
            case CASE -> theCase();
        };
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String named) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(named))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String value(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
