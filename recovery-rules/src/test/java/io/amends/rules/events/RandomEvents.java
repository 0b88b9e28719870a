package io.amends.rules.events;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.rules.matching.RandomRules;
import java.time.Instant;
import java.util.List;
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
        return new SurveyRecorded(
                response.portal(),
                response.responseId(),
                1 + random.nextInt(1_000_000),
                state,
                response,
                state == ResponseState.QUARANTINED ? List.of(new Reason("/supportGroup", "is not known")) : List.of(),
                state == ResponseState.REPLACED && random.nextBoolean() ? "r-9" : null,
                random.nextBoolean() ? null : "r \"0\"",
                random.nextBoolean() ? null : "EMEA",
                random.nextBoolean(),
                random.nextBoolean(),
                moment(),
                random.nextInt(100));
    }

    private SurveyResponse response() {
        SurveyResponse plain = responses.response();
        boolean rich = random.nextBoolean();
        return new SurveyResponse(
                plain.portal(),
                "r-" + random.nextInt(),
                random.nextBoolean() ? null : "T/" + random.nextInt(),
                plain.supportGroup(),
                plain.segment(),
                plain.brand(),
                plain.channel(),
                plain.language(),
                plain.agent() == null ? null : new Agent(plain.agent().id(), rich ? "Robin \u0001 Exämple" : null),
                rich ? new Customer("c", "Kim 😀", null, "+49", null, "Europe/Berlin", "call", null) : null,
                plain.measures(),
                plain.factors(),
                plain.comment(),
                plain.contactChoice(),
                plain.tags(),
                plain.properties(),
                moment(),
                random.nextBoolean() ? null : moment(),
                rich ? "case-1" : null);
    }

    private Instant moment() {
        long nanos = random.nextInt(3) == 0 ? 0 : random.nextInt(1_000) * (random.nextBoolean() ? 1_000_000L : 1_001L);
        return Instant.ofEpochSecond(1_763_000_000L + random.nextInt(30 * 86_400), nanos);
    }
}
