package io.amends.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Ninety days of responses up to now, as they came in: a few were sent twice. */
record SampleMonths(List<Sample> samples, List<Sample> sent) {
    static final int DAYS = 90;
    private static final long SEED = 20_260_101;

    static SampleMonths until(Instant now, DemoData data) {
        return until(now, data, SEED);
    }

    static SampleMonths until(Instant now, DemoData data, long seed) {
        SampleDay day = new SampleDay(data, new Customers(data, seed), seed);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<Sample> samples = new ArrayList<>();
        for (LocalDate date = today.minusDays(DAYS - 1); !date.isAfter(today); date = date.plusDays(1)) {
            for (Sample sample : day.of(date)) {
                // A later answer that is yet to come does not replace anything yet.
                if (!sample.submittedAt().isAfter(now)) {
                    samples.add(sample);
                }
            }
        }
        List<Sample> sent = new ArrayList<>(samples);
        Dice dice = new Dice(seed);
        for (Sample sample : samples) {
            if (dice.chance(0.02)) {
                sent.add(sample);
            }
        }
        return new SampleMonths(samples, sent);
    }

    /**
     * The same responses in so many parts of about the same number of days, oldest first; what was sent twice comes last
     * again.
     */
    List<List<Sample>> parts(int count, Instant now) {
        List<List<Sample>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < sent.size(); i++) {
            long age = Math.min(
                    DAYS - 1, Duration.between(sent.get(i).submittedAt(), now).toDays());
            boolean again = i >= samples.size();
            parts.get(again ? count - 1 : (int) ((DAYS - 1 - age) * count / DAYS))
                    .add(sent.get(i));
        }
        return parts;
    }

    long invalid() {
        return samples.stream().filter(sample -> !sample.valid()).count();
    }

    /** How many were sent more than once. */
    int duplicates() {
        return sent.size() - samples.size();
    }

    long replacements() {
        return samples.stream()
                .filter(sample -> sample.responseId().endsWith("-2"))
                .count();
    }
}
