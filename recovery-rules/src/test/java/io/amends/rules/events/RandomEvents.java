package io.amends.rules.events;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.rules.matching.RandomRules;
import java.time.Instant;
import java.util.Random;

/** Recorded events from a seed, around the random responses of {@link RandomRules}: every field at times, any state. */
public final class RandomEvents {
    private final Random random;
    private final RandomRules responses;

    public RandomEvents(long seed) {
        random = new Random(seed);
        responses = new RandomRules(seed);
    }

    public SurveyRecorded event() {
        ResponseState state = random.nextInt(4) > 0
                ? ResponseState.RECORDED
                : ResponseState.values()[random.nextInt(ResponseState.values().length)];
        SurveyResponse response = response();
        RecordedBuilder builder = RecordedBuilder.recorded(response).version(1 + random.nextInt(1_000_000));
        switch (state) {
            case QUARANTINED -> builder.quarantined(new Reason("/supportGroup", "is not known"));
            case REPLACED -> builder.replacedBy(random.nextBoolean() ? "r-9" : null);
            case RECORDED -> builder.state(state);
        }
        return builder.replaces(random.nextBoolean() ? null : "r \"0\"")
                .movedFrom(random.nextBoolean() ? null : "EMEA")
                .wasRecorded(random.nextBoolean())
                .repaired(random.nextBoolean())
                .recordedAt(moment())
                .directoryOffset(random.nextInt(100))
                .build();
    }

    private SurveyResponse response() {
        SurveyResponse plain = responses.response();
        boolean rich = random.nextBoolean();
        return ResponseBuilder.like(plain)
                .id("r-" + random.nextInt())
                .ticket(random.nextBoolean() ? null : "T/" + random.nextInt())
                .agent(
                        plain.agent() == null
                                ? null
                                : new Agent(plain.agent().id(), rich ? "Robin \u0001 Exämple" : null))
                .customer(rich ? new Customer("c", "Kim 😀", null, "+49", null, "Europe/Berlin", "call", null) : null)
                .submittedAt(moment())
                .updatedAt(random.nextBoolean() ? null : moment())
                .followUpOf(rich ? "case-1" : null)
                .build();
    }

    private Instant moment() {
        long nanos = random.nextInt(3) == 0 ? 0 : random.nextInt(1_000) * (random.nextBoolean() ? 1_000_000L : 1_001L);
        return Instant.ofEpochSecond(1_763_000_000L + random.nextInt(30 * 86_400), nanos);
    }
}
