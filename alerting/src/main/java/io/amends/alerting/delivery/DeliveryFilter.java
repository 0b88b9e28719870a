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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are asked for; null: all.
 *
 * @param state the name of a {@link DeliveryState}, or {@value #BOUNCED}
 * @param channel the name of a {@link Delivered.Channel}
 * @param contact the code of whom they go to
 * @param digest the id of the digest that they are of
 * @param theCase the id of a case of which they tell, by themselves or by their digest
 */
record DeliveryFilter(
        @Nullable String state,
        @Nullable String channel,
        @Nullable String contact,
        @Nullable UUID digest,
        @Nullable UUID theCase) {

    /** Taken, and come back later. No delivery is so yet, since nobody reads what comes back. */
    private static final String BOUNCED = "BOUNCED";

    /** The condition on the table of deliveries, called v, for {@link #bindings}. */
    static final String WANTED =
            """
            (CAST(:state AS text) IS NULL OR v.state = :state)
            AND (CAST(:channel AS text) IS NULL OR v.channel = :channel)
            AND (CAST(:to AS text) IS NULL OR v.contact_id = :to)
            AND (CAST(:digest AS uuid) IS NULL OR v.digest_id = :digest)
            AND (CAST(:case AS uuid) IS NULL
                OR v.id IN (SELECT told_by FROM case_told WHERE case_id = :case)
                OR v.digest_id IN (SELECT told_by FROM case_told WHERE case_id = :case))""";

    /** The parameters of an address, as they came; refuses those that name nothing there can be. */
    static DeliveryFilter of(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String contact,
            @Nullable String digest,
            @Nullable String theCase) {
        return new DeliveryFilter(
                one("state", names(DeliveryState.values(), BOUNCED), state),
                one("channel", names(Delivered.Channel.values()), channel),
                contact,
                id("digest", digest),
                id("case", theCase));
    }

    Map<String, @Nullable Object> bindings() {
        Map<String, @Nullable Object> bindings = new HashMap<>();
        bindings.put("state", state);
        bindings.put("channel", channel);
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
    private static @Nullable String one(String parameter, List<String> values, @Nullable String named) {
        if (named == null || values.contains(named)) {
            return named;
        }
        throw refused(parameter, "must be one of " + String.join(", ", values));
    }

    private static List<String> names(Enum<?>[] values, String... more) {
        return Stream.concat(Arrays.stream(values).map(Enum::name), Arrays.stream(more))
                .toList();
    }

    private static Problem refused(String parameter, String reason) {
        return Problem.badRequest("There is no such " + parameter + ".", List.of(new Reason("?" + parameter, reason)));
    }
}
