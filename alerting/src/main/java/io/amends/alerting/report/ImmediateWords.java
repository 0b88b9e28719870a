package io.amends.alerting.report;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Portal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What is said of a case that is told at once: the customer's wish, and the clock of the same day (C7). For one thread. */
public final class ImmediateWords {
    private final ImmediateMessages messages;
    private final DigestLanguage language;
    private final Portal portal;
    private final Instant now;

    /**
     * @param messages in the same language
     * @param now which day is today
     */
    public ImmediateWords(ImmediateMessages messages, DigestLanguage language, Portal portal, Instant now) {
        this.messages = messages;
        this.language = language;
        this.portal = portal;
        this.now = now;
    }

    /** The sentences. */
    public ImmediateMessages messages() {
        return messages;
    }

    DigestLanguage language() {
        return language;
    }

    Instant now() {
        return now;
    }

    Portal portal() {
        return portal;
    }

    /** A whole number, such as 1,204. */
    public String number(long number) {
        return language.number(number);
    }

    /** Such as "asked for a call; due today 17:00, Berlin time". */
    public String what(ToldCase told) {
        RecoveryDecided decision = told.item().decision();
        SurveyResponse response = decision.response();
        if (response.contactChoice() == ContactChoice.YES) {
            return clock(wish(response), told.due());
        }
        BigDecimal overall = decision.explanation().overall();
        return overall == null ? messages.unrated() : messages.rated(language.rating(overall, portal));
    }

    private String wish(SurveyResponse response) {
        return switch (ContactWishes.preference(response.customer())) {
            case CALL -> messages.askedForCall();
            case EMAIL -> messages.askedForEmail();
            case UNKNOWN -> messages.askedForContact();
        };
    }

    private String clock(String wish, ToldCase.Due due) {
        Instant at = due.at();
        if (at == null) {
            return wish;
        }
        String zone = language.zone(due.zone());
        if (!at.isAfter(now)) {
            return messages.wasDue(wish, language.time(at, due.zone()), zone);
        }
        return LocalDate.ofInstant(at, due.zone()).equals(LocalDate.ofInstant(now, due.zone()))
                ? messages.dueToday(wish, language.timeOfDay(at, due.zone()), zone)
                : messages.due(wish, language.time(at, due.zone()), zone);
    }
}
