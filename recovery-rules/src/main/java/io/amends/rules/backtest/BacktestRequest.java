package io.amends.rules.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import io.amends.contracts.Rfc3339;
import io.amends.contracts.directory.Portal;
import io.amends.kit.problem.JsonBody;
import io.amends.kit.problem.Problem;
import io.amends.language.RuleSetReader;
import io.amends.rules.backtest.core.BacktestPeriod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a backtest request, checked.
 *
 * @param draft an unsaved rule set, as written; null where none is given
 * @param version the version asked for; null where none is
 */
record BacktestRequest(BacktestPeriod period, @Nullable JsonNode draft, @Nullable Long version) {
    private static final String REFUSED = "That cannot be backtested.";

    // As the report has it: before, nobody answered a survey, and what is far off nobody can read who is told of it.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** @throws Problem 400 with the pointer of everything that is wrong */
    static BacktestRequest read(byte[] body, Portal portal) {
        JsonNode json = JsonBody.read(body, REFUSED);
        if (!json.isObject()) {
            throw Problem.badRequest(REFUSED, List.of(new Reason("", "must be an object with from and to")));
        }
        List<Reason> errors = new ArrayList<>();
        Instant from = moment(json, "from", portal.timeZone(), false, errors);
        Instant to = moment(json, "to", portal.timeZone(), true, errors);
        if (from != null && to != null && !from.isBefore(to)) {
            errors.add(new Reason("/to", "must be after the first day"));
        }
        JsonNode draft = json.hasNonNull("draft") ? json.get("draft") : null;
        if (draft != null && RuleSetReader.read(draft, portal.measures()) instanceof RuleSetReader.Result.Wrong wrong) {
            wrong.errors().forEach(error -> errors.add(new Reason("/draft" + error.pointer(), error.reason())));
        }
        Long version = version(json, draft, errors);
        if (!errors.isEmpty() || from == null || to == null) {
            throw Problem.badRequest(REFUSED, errors);
        }
        return new BacktestRequest(new BacktestPeriod(from, to), draft, version);
    }

    private static @Nullable Long version(JsonNode json, @Nullable JsonNode draft, List<Reason> errors) {
        if (!json.hasNonNull("version")) {
            return null;
        }
        JsonNode version = json.get("version");
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            errors.add(new Reason("/version", "must be the number of a version"));
            return null;
        }
        if (draft != null) {
            errors.add(new Reason("/version", "cannot be given together with a draft"));
        }
        return version.longValue();
    }

    /** A local date of the portal, both of them included, or a moment. */
    private static @Nullable Instant moment(JsonNode json, String name, ZoneId zone, boolean end, List<Reason> errors) {
        JsonNode value = json.path(name);
        String text = value.isTextual() ? value.textValue() : "";
        try {
            Instant moment = text.length() == 10 ? day(LocalDate.parse(text), zone, end) : Rfc3339.parse(text);
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        errors.add(new Reason(
                "/" + name,
                "must be a local date such as 2026-11-20, or a time such as 2026-11-20T08:00:00Z, of the years 1900 to"
                        + " 9998"));
        return null;
    }

    private static Instant day(LocalDate day, ZoneId zone, boolean end) {
        return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
    }
}
