package io.amends.rules.words;

import io.amends.contracts.ContactChoice;
import io.amends.language.Field;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;

/** What people call the measures, fields, answers and days that rules ask for. */
public record CommonNames(RuleMessages messages) {

    /** A measure of the usual kinds by its common name, any other by its own. */
    public String measure(String measure) {
        return switch (measure) {
            case "csat" -> messages.csat();
            case "nps" -> messages.nps();
            case "ces" -> messages.ces();
            case "fcr" -> messages.fcr();
            default -> measure;
        };
    }

    /** A field of a response. */
    public String field(Field field) {
        return switch (field) {
            case CHANNEL -> messages.channel();
            case BRAND -> messages.brand();
            case SEGMENT -> messages.segment();
            case SUPPORT_GROUP -> messages.supportGroup();
            case AGENT -> messages.agent();
            case LANGUAGE -> messages.language();
            case CONTACT_CHOICE -> messages.contactChoice();
        };
    }

    /** A contact choice by what the customer read; a text that is none stays what it is. */
    public String choice(String choice) {
        return Arrays.stream(ContactChoice.values())
                .filter(known -> known.name().equals(choice))
                .findFirst()
                .map(this::choice)
                .orElse(choice);
    }

    private String choice(ContactChoice choice) {
        return switch (choice) {
            case YES -> messages.choiceYes();
            case NO -> messages.choiceNo();
            case UNANSWERED -> messages.choiceUnanswered();
            case NOT_ASKED -> messages.choiceNotAsked();
        };
    }

    /** A day of the week. */
    public String day(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> messages.monday();
            case TUESDAY -> messages.tuesday();
            case WEDNESDAY -> messages.wednesday();
            case THURSDAY -> messages.thursday();
            case FRIDAY -> messages.friday();
            case SATURDAY -> messages.saturday();
            case SUNDAY -> messages.sunday();
        };
    }

    /** A number without zeros that say nothing. */
    public String number(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        String plain = (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
        int point = plain.indexOf('.');
        return point < 0 ? plain : messages.decimal(plain.substring(0, point), plain.substring(point + 1));
    }

    /** Yes or no. */
    public String flag(boolean yes) {
        return yes ? messages.yes() : messages.no();
    }
}
