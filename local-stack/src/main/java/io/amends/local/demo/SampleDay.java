package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One day's responses. A day is the same whenever it is asked for, so running the demo again, today or next week, adds
 * only what is new since.
 */
final class SampleDay {
    static final String PORTAL = "acme";
    private static final int WEEKDAY = 80;
    private static final int WEEKEND = 46;
    // An outage every four weeks: two bad days in one group.
    private static final int CYCLE = 28;
    private static final String OUTAGE_GROUP = "EMEA-NET";

    private final DemoData data;
    private final Customers customers;
    private final Verbatims verbatims;
    private final long seed;

    SampleDay(DemoData data, Customers customers, long seed) {
        this.data = data;
        this.customers = customers;
        this.verbatims = new Verbatims(data);
        this.seed = seed;
    }

    List<Sample> of(LocalDate day) {
        Dice dice = new Dice(seed * 1_000_003 + day.toEpochDay());
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        int count = (weekend ? WEEKEND : WEEKDAY) + dice.between(-8, 8);
        List<Sample> samples = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Sample sample = response(day, i, dice);
            if (sample.valid() && dice.chance(0.025)) {
                samples.add(new Sample(sample.body(), sample.submittedAt(), sample.factor(), true, true));
                samples.add(secondThoughts(sample, dice));
            } else {
                samples.add(sample);
            }
        }
        return samples;
    }

    private Sample response(LocalDate day, int number, Dice dice) {
        String group = dice.weighted(DemoData.weights(data.desk().path("groups")));
        JsonNode desk = data.desk().path("groups").path(group);
        boolean outage = group.equals(OUTAGE_GROUP) && Math.floorMod(day.toEpochDay(), CYCLE) < 2;
        String language = dice.weighted(DemoData.weights(desk.path("languages")));
        String factor = outage && dice.chance(0.7)
                ? "informed"
                : dice.one(DemoData.names(data.desk().path("factors")));
        int csat = csat(desk.path("quality").asDouble(), outage, dice);
        Instant submitted = day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus((dice.between(300, 1290) + dice.between(300, 1290)) / 2, ChronoUnit.MINUTES)
                .plusSeconds(dice.between(0, 59));

        Map<String, Object> body = new LinkedHashMap<>();
        body.put("portal", PORTAL);
        body.put("responseId", "r-%s-%03d".formatted(day.toString().replace("-", ""), number));
        body.put("ticketId", "T-" + (day.toEpochDay() * 200 + number));
        body.put("supportGroup", group);
        body.put(
                "segment",
                group.equals("EMEA-VIP")
                        ? "ENTERPRISE"
                        : dice.weighted(DemoData.weights(data.desk().path("segments"))));
        body.put("brand", dice.one(DemoData.texts(desk.path("brands"))));
        body.put("channel", dice.weighted(DemoData.weights(data.desk().path("channels"))));
        body.put("language", language);
        body.put("agent", agent(group, desk, dice));
        body.put("customer", customers.one(language, dice));
        body.put("measures", measures(csat, dice));
        body.put("factors", factors(factor, dice));
        if (dice.chance(csat <= 2 ? 0.78 : csat == 3 ? 0.4 : 0.28)) {
            body.put("comment", verbatims.say(language, csat > 3, factor, dice));
        }
        body.put("contactChoice", choice(csat, dice));
        body.put("tags", tags(group, outage));
        body.put("properties", Map.of("orderId", "1" + (day.toEpochDay() * 200 + number), "tier", tier(dice)));
        body.put("submittedAt", submitted.toString());
        body.put("updatedAt", submitted.toString());
        boolean valid = !dice.chance(0.015);
        if (!valid) {
            spoil(body, dice);
        }
        return new Sample(body, submitted, factor, valid, false);
    }

    // The customer answers the same ticket again a day or two later, usually in a better mood.
    private Sample secondThoughts(Sample first, Dice dice) {
        Instant submitted = first.submittedAt().plus(dice.between(60, 2400), ChronoUnit.MINUTES);
        int csat = Math.min(5, first.csat() + dice.between(0, 2));
        Map<String, Object> body = new LinkedHashMap<>(first.body());
        body.put("responseId", first.responseId() + "-2");
        body.put("measures", measures(csat, dice));
        body.put("comment", verbatims.say(first.text("language"), csat > 3, first.factor(), dice));
        body.put("contactChoice", choice(csat, dice));
        body.put("submittedAt", submitted.toString());
        body.put("updatedAt", submitted.toString());
        return new Sample(body, submitted, first.factor(), true, false);
    }

    private static int csat(double quality, boolean outage, Dice dice) {
        double low = (1 - 4 * quality) * (outage ? 4 : 1);
        Map<Integer, Double> weights = new LinkedHashMap<>();
        weights.put(1, 5.5 * low);
        weights.put(2, 6.5 * low);
        weights.put(3, 10.0);
        weights.put(4, 28.0);
        weights.put(5, 50.0);
        return dice.weighted(weights);
    }

    static Map<String, Object> measures(int csat, Dice dice) {
        int[][] nps = {{0, 3}, {1, 5}, {5, 7}, {7, 9}, {9, 10}};
        double[] fcr = {0.1, 0.25, 0.5, 0.8, 0.93};
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("csat", csat);
        measures.put("nps", dice.between(nps[csat - 1][0], nps[csat - 1][1]));
        measures.put("fcr", dice.chance(fcr[csat - 1]));
        return measures;
    }

    private List<String> factors(String factor, Dice dice) {
        String other = dice.one(DemoData.names(data.desk().path("factors")));
        return other.equals(factor) || dice.chance(0.6)
                ? List.of(data.factor(factor))
                : List.of(data.factor(factor), data.factor(other));
    }

    private static Map<String, Object> agent(String group, JsonNode desk, Dice dice) {
        List<String> names = DemoData.texts(desk.path("agents"));
        int index = dice.between(0, names.size() - 1);
        return Map.of("id", "a-" + group.toLowerCase(java.util.Locale.ROOT) + "-" + index, "name", names.get(index));
    }

    private static String choice(int csat, Dice dice) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("YES", csat <= 2 ? 44.0 : 4.0);
        weights.put("NO", csat <= 2 ? 18.0 : 46.0);
        weights.put("UNANSWERED", csat <= 2 ? 32.0 : 45.0);
        weights.put("NOT_ASKED", 6.0);
        return dice.weighted(weights);
    }

    private static List<String> tags(String group, boolean outage) {
        List<String> tags = new ArrayList<>();
        if (group.equals("EMEA-VIP")) {
            tags.add("vip_customer");
        }
        if (outage) {
            tags.add("outage");
        }
        return tags;
    }

    private static String tier(Dice dice) {
        return dice.chance(0.12) ? "gold" : dice.chance(0.3) ? "silver" : "standard";
    }

    // The mistakes that integrations make.
    private static void spoil(Map<String, Object> body, Dice dice) {
        switch (dice.between(0, 3)) {
            case 0 -> body.put("supportGroup", "EMEA-NTE");
            case 1 -> body.remove("ticketId");
            case 2 -> body.put("measures", Map.of("csat", 7));
            default -> body.put("segment", "ENTREPRISE");
        }
    }
}
