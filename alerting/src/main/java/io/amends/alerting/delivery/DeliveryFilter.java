package io.amends.alerting.delivery;

import io.amends.contracts.Delivered;
import io.amends.contracts.Reason;
import io.amends.contracts.api.DeliveryState;
import io.amends.kit.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are asked for; null: all.
 *
 * @param contact the code of whom they go to
 * @param digest the id of the digest that they are of
 * @param theCase the id of a case of which they tell, by themselves or by their digest
 */
record DeliveryFilter(
        @Nullable DeliveryState state,
        Delivered.@Nullable Channel channel,
        @Nullable String contact,
        @Nullable UUID digest,
        @Nullable UUID theCase) {

    /** The condition on the table of deliveries, called v, for {@link #bindings}. */
    static final String WANTED =
            """
            (CAST(:state AS text) IS NULL OR v.state = :state)
            AND (CAST(:channel AS text) IS NULL OR v.channel = :channel)
            AND (CAST(:to AS text) IS NULL OR v.contact_id = :to)
            AND (CAST(:digest AS uuid) IS NULL OR v.digest_id = :digest)
            AND (CAST(:case AS uuid) IS NULL OR EXISTS (
                SELECT FROM case_told t WHERE t.case_id = :case AND t.told_by IN (v.id, v.digest_id)))""";

    /** The parameters of an address, as they came; refuses those that name nothing there can be. */
    static DeliveryFilter of(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String contact,
            @Nullable String digest,
            @Nullable String theCase) {
        return new DeliveryFilter(
                one("state", DeliveryState.values(), state),
                one("channel", Delivered.Channel.values(), channel),
                contact,
                id("digest", digest),
                id("case", theCase));
    }

    Map<String, @Nullable Object> bindings() {
        Map<String, @Nullable Object> bindings = new HashMap<>();
        bindings.put("state", state == null ? null : state.name());
        bindings.put("channel", channel == null ? null : channel.name());
        bindings.put("to", contact);
        bindings.put("digest", digest);
        bindings.put("case", theCase);
        return bindings;
    }

    private static @Nullable UUID id(String parameter, @Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw refused(parameter, "must be the id of one");
        }
    }

    /** The value that a parameter names; null where it is not given. */
    private static <E extends Enum<E>> @Nullable E one(String parameter, E[] values, @Nullable String named) {
        if (named == null) {
            return null;
        }
        String all = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
        return Arrays.stream(values)
                .filter(value -> value.name().equals(named))
                .findFirst()
                .orElseThrow(() -> refused(parameter, "must be one of " + all));
    }

    private static Problem refused(String parameter, String reason) {
        return Problem.badRequest("There is no such " + parameter + ".", List.of(new Reason("?" + parameter, reason)));
    }
}
