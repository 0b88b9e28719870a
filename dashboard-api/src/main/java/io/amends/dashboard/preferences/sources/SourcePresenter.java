package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.api.SourceDeliveries.SourceDelivery;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.api.TriedSource;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceVendor;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.sources.SourceView.DeliveryLine;
import io.amends.dashboard.preferences.sources.SourceView.Editing;
import io.amends.dashboard.preferences.sources.SourceView.RhythmOfSource;
import io.amends.dashboard.preferences.sources.SourceView.Standing;
import io.amends.dashboard.preferences.sources.SourceView.Trial;
import io.amends.dashboard.preferences.sources.SourceView.Trouble;
import io.amends.dashboard.preferences.sources.SourceView.UsualDay;
import io.amends.dashboard.preferences.sources.SourcesView.AddingForm;
import io.amends.dashboard.preferences.sources.SourcesView.SourceLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Makes the views of sources. */
@ApplicationScoped
class SourcePresenter {
    private static final int HOURS_OF_DAY = 24;

    private final SourcesClient ingest;
    private final PreferencesDoor door;
    private final Formats formats;
    private final SourcesMessages messages;

    SourcePresenter(@RestClient SourcesClient ingest, PreferencesDoor door, Formats formats, SourcesMessages messages) {
        this.ingest = ingest;
        this.door = door;
        this.formats = formats;
        this.messages = messages;
    }

    /** What happened just now on the page of a source. */
    record SourceNews(@Nullable String done, @Nullable Trouble trouble, @Nullable Trial trial) {
        static final SourceNews NONE = new SourceNews(null, null, null);
    }

    SourcesView list(String cpc, List<StoredEntry> stored, @Nullable AddingForm again) {
        AddingForm form = again == null ? empty("", "", "", null) : again;
        return new SourcesView(
                stored.isEmpty() ? messages.none() : messages.headline(stored.size()),
                stored.stream().flatMap(entry -> line(cpc, entry).stream()).toList(),
                door.mayChange(cpc) ? form : null);
    }

    /** The form that adds a source. */
    AddingForm empty(String name, String code, String vendor, @Nullable String error) {
        return new AddingForm(
                name,
                code,
                vendor,
                Stream.of(SourceVendor.values()).map(Enum::name).toList(),
                error);
    }

    SourceView view(String cpc, Portal portal, StoredEntry stored, Editing editing, SourceNews news) {
        Standing standing = null;
        List<DeliveryLine> deliveries = List.of();
        try {
            standing = standing(ingest.status(cpc, stored.code()), portal);
            deliveries = ingest.deliveries(cpc, stored.code()).items().stream()
                    .map(delivery -> delivery(delivery, portal))
                    .toList();
        } catch (RefusedCall | ProcessingException e) {
            // The page says so in its place.
        }
        return new SourceView(
                name(stored),
                address(cpc, stored.code()),
                news.done(),
                news.trouble(),
                standing,
                editing,
                news.trial(),
                deliveries);
    }

    /** The entry as it is stored, in the editor. */
    static Editing stored(StoredEntry stored) {
        JsonNode entry = Json.MAPPER.valueToTree(stored.entry().orElse(null));
        return new Editing(stored.tag(), pretty(entry), "");
    }

    static Trial trial(TriedSource tried) {
        return new Trial(pretty(tried.response()), tried.errors(), tried.warnings());
    }

    static String address(String cpc, String code) {
        return "/portals/" + cpc + "/preferences/sources/" + code;
    }

    private static String name(StoredEntry stored) {
        return stored.entry().map(entry -> ((Source) entry).name()).orElse(stored.code());
    }

    private List<SourceLine> line(String cpc, StoredEntry stored) {
        return stored
                .entry()
                .map(Source.class::cast)
                .map(source -> new SourceLine(
                        source.name(),
                        stored.code(),
                        source.vendor().name(),
                        source.active() ? messages.taking() : messages.switchedOff(),
                        address(cpc, stored.code())))
                .stream()
                .toList();
    }

    private Standing standing(SourceStatus status, Portal portal) {
        List<String> lines = new ArrayList<>();
        lines.add(status.secrets().current() ? messages.secretSet() : messages.noSecret());
        if (status.secrets().previous()) {
            lines.add(messages.formerToo());
        }
        if (status.secrets().api()) {
            lines.add(messages.apiSet());
        }
        lines.add(messages.counts(
                formats.count(status.accepted()), formats.count(status.refused()), formats.count(status.backlog())));
        lines.add(
                status.lastAt() == null
                        ? messages.nothingYet()
                        : messages.lastAt(formats.at(status.lastAt(), portal.timeZone())));
        Instant silentSince = status.silentSince();
        return new Standing(
                status.webhookUrl(),
                lines,
                silentSince == null ? null : messages.silent(formats.at(silentSince, portal.timeZone())),
                rhythm(status, portal));
    }

    private RhythmOfSource rhythm(SourceStatus status, Portal portal) {
        SourceStatus.UsualRhythm usual = status.rhythm();
        if (usual == null || usual.byHour().size() != HOURS_OF_DAY * DayOfWeek.values().length) {
            return new RhythmOfSource(List.of(messages.rhythmUnknown()), List.of());
        }
        List<String> lines = new ArrayList<>();
        long perWeek = Math.round(usual.perWeek());
        lines.add(messages.usually(perWeek, formats.count(perWeek)));
        Instant alarmAt = usual.alarmAt();
        if (alarmAt != null && status.silentSince() == null) {
            lines.add(messages.alarmAt(formats.at(alarmAt, portal.timeZone())));
        }
        return new RhythmOfSource(
                lines,
                Stream.of(DayOfWeek.values())
                        .map(day -> day(day, usual.byHour()))
                        .toList());
    }

    private UsualDay day(DayOfWeek day, List<Double> byHour) {
        int first = (day.getValue() - 1) * HOURS_OF_DAY;
        List<Double> hours = byHour.subList(first, first + HOURS_OF_DAY);
        double most = Collections.max(hours);
        int busiest = hours.indexOf(most);
        return new UsualDay(
                day.getDisplayName(TextStyle.FULL, Locale.UK),
                formats.count(Math.round(
                        hours.stream().mapToDouble(Double::doubleValue).sum())),
                most > 0 ? messages.hours(hour(busiest), hour((busiest + 1) % HOURS_OF_DAY)) : "");
    }

    private static String hour(int hour) {
        return LocalTime.of(hour, 0).toString();
    }

    private DeliveryLine delivery(SourceDelivery delivery, Portal portal) {
        return new DeliveryLine(
                formats.at(delivery.at(), portal.timeZone()),
                outcome(delivery.outcome()),
                switch (delivery.outcome()) {
                    case REFUSED, UNSIGNED, FAILED -> true;
                    case ACCEPTED, REPEATED, IGNORED, OPTED_OUT, WAITING -> false;
                },
                delivery.reason(),
                delivery.responseId(),
                delivery.body());
    }

    private String outcome(SourceOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> messages.accepted();
            case REPEATED -> messages.repeated();
            case IGNORED -> messages.ignored();
            case OPTED_OUT -> messages.optedOut();
            case WAITING -> messages.waiting();
            case REFUSED -> messages.refused();
            case UNSIGNED -> messages.unsigned();
            case FAILED -> messages.failed();
        };
    }

    private static String pretty(JsonNode json) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
