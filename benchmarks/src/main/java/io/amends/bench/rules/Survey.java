package io.amends.bench.rules;

import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A response as a rule engine's fact: what the sample's rules ask for, by getters. Every sample has all of it. */
public final class Survey {
    private final SurveyResponse response;
    private final BigDecimal threshold;
    private final ZoneId zone;

    Survey(SurveyResponse response, BigDecimal threshold, ZoneId zone) {
        this.response = response;
        this.threshold = threshold;
        this.zone = zone;
    }

    public String getSupportGroup() {
        return String.valueOf(response.supportGroup());
    }

    public String getAgent() {
        return response.agent() == null ? "" : String.valueOf(response.agent().id());
    }

    public String getChannel() {
        return String.valueOf(response.channel());
    }

    public String getLanguage() {
        return String.valueOf(response.language());
    }

    public String getProduct() {
        return String.valueOf(response.properties().get("product"));
    }

    public String getTier() {
        return String.valueOf(response.properties().get("tier"));
    }

    public int getSeats() {
        return ((Number) response.properties().getOrDefault("seats", 0)).intValue();
    }

    public int getCsat() {
        return score("csat").intValue();
    }

    public int getNps() {
        return score("nps").intValue();
    }

    public boolean isOverallLow() {
        return score("csat").compareTo(threshold) <= 0;
    }

    public List<String> getTags() {
        return response.tags();
    }

    public boolean isCommented() {
        return response.comment() != null && !response.comment().isBlank();
    }

    public boolean says(String text) {
        return response.comment() != null
                && response.comment().toLowerCase(Locale.ROOT).contains(text);
    }

    public String getDay() {
        return response.submittedAt().atZone(zone).getDayOfWeek().name();
    }

    private BigDecimal score(String measure) {
        BigDecimal score = response.score(measure);
        if (score == null) {
            throw new IllegalStateException("a sample without " + measure);
        }
        return score;
    }
}
