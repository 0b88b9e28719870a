package io.amends.dashboard.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditBy;
import io.amends.contracts.AuditRecorded;
import io.amends.dashboard.audit.core.AuditQuery;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.dashboard.signin.Accounts;
import io.amends.kit.access.ApiKeys;
import io.amends.kit.access.Signature;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays out the page of the audit log. */
@ApplicationScoped
class AuditPresenter {
    private static final int LONGEST_VALUE = 300;

    /** A moment as services write it, which people read in the portal's zone; in lists and objects it is a part. */
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");

    private final AuditMessages messages;
    private final ActionWords actions;
    private final Formats formats;
    private final Accounts accounts;
    private final ApiKeys keys;

    AuditPresenter(AuditMessages messages, ActionWords actions, Formats formats, Accounts accounts, ApiKeys keys) {
        this.messages = messages;
        this.actions = actions;
        this.formats = formats;
        this.accounts = accounts;
        this.keys = keys;
    }

    /**
     * The page.
     *
     * @param written as it was asked for, right or wrong
     * @param page what there is to show; empty where something is wrong
     */
    AuditView view(
            String cpc, ZoneId zone, AuditQuery.Written written, AuditQuery.Reading reading, Page<ObjectNode> page) {
        String path = "/portals/" + cpc + "/audit";
        AuditQuery query = reading.query();
        long end = (long) page.page() * page.size() + page.items().size();
        return new AuditView(
                messages.entries(page.total(), formats.count(page.total())),
                formats.zone(zone),
                faults(reading),
                form(path, written, reading),
                page.items().stream().map(entry -> line(entry, zone)).toList(),
                new AuditView.AuditPager(
                        page.page() > 0 ? query.address(path, page.page() - 1) : null,
                        end < page.total() ? query.address(path, page.page() + 1) : null));
    }

    private AuditView.AuditForm form(String path, AuditQuery.Written written, AuditQuery.Reading reading) {
        AuditQuery query = reading.query();
        String csv = query.address("/v1" + path, 0);
        return new AuditView.AuditForm(
                text(written.from()),
                text(written.to()),
                text(written.who()),
                text(written.q()),
                Arrays.stream(AuditAction.values())
                        .map(what -> new AuditView.ActionChoice(what.name(), actions.of(what), what == query.what()))
                        .toList(),
                query.narrowed() || !reading.reasons().isEmpty(),
                csv + (csv.contains("?") ? "&" : "?") + "format=csv");
    }

    private List<String> faults(AuditQuery.Reading reading) {
        List<String> faults = new ArrayList<>();
        for (ReportQuery.Fault fault : reading.faults()) {
            faults.add(
                    switch (fault) {
                        case FROM -> messages.fromNoDate();
                        case TO -> messages.toNoDate();
                        case REVERSED -> messages.toBeforeFrom();
                        case SEARCH -> messages.searchTooLong();
                        case SRN, WAITING, SORT -> throw new IllegalStateException("the log has no " + fault);
                    });
        }
        if (reading.unknownWhat()) {
            faults.add(messages.unknownWhat());
        }
        return faults;
    }

    private AuditView.AuditLine line(ObjectNode entry, ZoneId zone) {
        Instant at = Instant.parse(entry.path("at").asText());
        long count = entry.path("count").asLong(1);
        String what = entry.path("what").asText();
        boolean counted = Set.of(AuditAction.SIGN_IN_FAILED.name(), AuditAction.ACCESS_REFUSED.name())
                .contains(what);
        return new AuditView.AuditLine(
                formats.moment(at, zone),
                formats.toSecond(at, zone),
                actor(entry),
                actions.of(what),
                counted ? messages.times(count, formats.count(count)) : null,
                entry.path("subject").asText(),
                changes(entry.path("before"), entry.path("after"), zone),
                textOrNull(entry, "reason"));
    }

    private AuditView.Actor actor(ObjectNode entry) {
        String who = entry.path("who").asText();
        String by = entry.path("by").asText();
        String key = textOrNull(entry, "key");
        String full = by.equals(AuditBy.PERSON.name()) ? accounts.fullName(who) : null;
        String name = who.equals(Signature.NOBODY) ? messages.nobody() : full == null ? who : full;
        return new AuditView.Actor(
                name, who.equals(Signature.NOBODY) ? "" : how(by, key), textOrNull(entry, "address"));
    }

    // A page asks other services by Amends' own key: to people it would read as if they had used one.
    private String how(String word, @Nullable String key) {
        return Arrays.stream(AuditBy.values())
                .filter(by -> by.name().equals(word))
                .findFirst()
                .map(by -> how(by, key == null || keys.own(key) ? null : key))
                .orElse(word);
    }

    private String how(AuditBy by, @Nullable String key) {
        return switch (by) {
            case PERSON -> key == null ? messages.byPerson() : messages.byPersonWithKey(key);
            case KEY -> messages.byKey();
            case LINK -> key == null ? messages.byLink() : messages.byLinkWithKey(key);
            case SYSTEM -> messages.bySystem();
            case STRANGER -> ""; // their name says it all
        };
    }

    private List<AuditView.FieldChange> changes(JsonNode before, JsonNode after, ZoneId zone) {
        Set<String> fields = new TreeSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        return fields.stream()
                .filter(field -> !none(before.path(field)) || !none(after.path(field)))
                .map(field -> new AuditView.FieldChange(
                        field,
                        none(before.path(field)) ? null : value(before.path(field), zone),
                        value(after.path(field), zone)))
                .toList();
    }

    private static boolean none(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private String value(JsonNode value, ZoneId zone) {
        if (none(value)) {
            return messages.nothing();
        }
        String text = value.isTextual() ? value.textValue() : withMoments(value.toString(), zone);
        if (text.equals(AuditRecorded.HIDDEN)) {
            return messages.hidden();
        }
        if (MOMENT.matcher(text).matches()) {
            return withMoments(text, zone);
        }
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private String withMoments(String text, ZoneId zone) {
        return MOMENT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(moment(found.group(), zone)));
    }

    private String moment(String written, ZoneId zone) {
        try {
            return formats.toSecond(Instant.parse(written), zone);
        } catch (DateTimeParseException e) {
            return written; // somebody's text that looks like a time, such as one of a 31 February
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static @Nullable String textOrNull(ObjectNode entry, String field) {
        return entry.path(field).isTextual() ? entry.path(field).textValue() : null;
    }
}
