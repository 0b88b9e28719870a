package io.amends.bench.rules;

import io.amends.bench.RuleSamples;
import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Recorded events of about 700 bytes, as survey-ingest writes them; one in twenty customers is unhappy. */
final class EventSamples {
    static final String PORTAL = "acme";
    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

    private final Random random;
    private int next;

    EventSamples(long seed) {
        random = new Random(seed);
    }

    SurveyRecorded event() {
        int n = next++;
        SurveyResponse response = response(n);
        return SurveyRecorded.first(response, response.submittedAt().plusMillis(1_204), 41);
    }

    byte[] data() {
        return Json.event(event());
    }

    private SurveyResponse response(int n) {
        boolean unhappy = random.nextInt(20) == 0;
        Map<String, Answer> measures = new LinkedHashMap<>();
        measures.put("csat", score(unhappy ? 1 + random.nextInt(2) : 3 + random.nextInt(3)));
        measures.put("nps", score(unhappy ? random.nextInt(5) : 7 + random.nextInt(4)));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("product", "P" + random.nextInt(RuleSamples.PRODUCTS));
        properties.put("tier", RuleSamples.TIERS.get(random.nextInt(3)));
        properties.put("seats", random.nextInt(600));
        Instant submitted = FIRST.plusSeconds(n * 7L);
        return new SurveyResponse(
                PORTAL,
                "r-" + n,
                "T-" + n,
                "G" + random.nextInt(RuleSamples.GROUPS),
                null,
                null,
                RuleSamples.CHANNELS.get(random.nextInt(4)),
                RuleSamples.LANGUAGES.get(random.nextInt(4)),
                new Agent("a-" + random.nextInt(RuleSamples.AGENTS), null),
                new Customer("c-" + n, "Kim Example", "kim." + n + "@example.com", null, null, null, null, null),
                measures,
                List.of(),
                "About " + RuleSamples.word(random.nextInt(RuleSamples.WORDS))
                        + ": called twice, written once, and nobody called back",
                ContactChoice.NOT_ASKED,
                List.of("tag-" + random.nextInt(RuleSamples.TAGS)),
                properties,
                submitted,
                null,
                null);
    }

    private static Answer score(int value) {
        return new Answer.Score(BigDecimal.valueOf(value));
    }
}
