package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.SourceDeliveries.SourceDelivery;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.api.SourceStatus;
import io.amends.contracts.api.TriedSource;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.sources.SourceView.DeliveryLine;
import io.amends.dashboard.preferences.sources.SourceView.Head;
import io.amends.dashboard.preferences.sources.SourceView.RhythmOfSource;
import io.amends.dashboard.preferences.sources.SourceView.Standing;
import io.amends.dashboard.preferences.sources.SourceView.Trouble;
import io.amends.dashboard.preferences.sources.SourceView.UsualDay;
import io.amends.dashboard.preferences.sources.SourcesView.AddingForm;
import io.amends.dashboard.preferences.sources.SourcesView.SourceLine;
import io.amends.dashboard.preferences.sources.SourcesView.SourceSign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
    private final VendorWords vendors;
    private final MappingPresenter mapping;

    SourcePresenter(
            @RestClient SourcesClient ingest,
            PreferencesDoor door,
            Formats formats,
            SourcesMessages messages,
            VendorWords vendors,
            MappingPresenter mapping) {
        this.ingest = ingest;
        this.door = door;
        this.formats = formats;
        this.messages = messages;
        this.vendors = vendors;
        this.mapping = mapping;
    }

    /** What happened just now on the page of a source: what was done, why not, and what the sample made. */
    record SourceNews(@Nullable String done, @Nullable Trouble trouble, @Nullable TriedSource tried) {
        static final SourceNews NONE = new SourceNews(null, null, null);
    }

    /**
     * What survey-ingest knows of a source.
     *
     * @param status null while it does not answer
     */
    record HeardSource(@Nullable SourceStatus status, List<SourceDelivery> deliveries) {
        /** Nothing, where it was not asked or does not answer. */
        static final HeardSource NOTHING = new HeardSource(null, List.of());

        /** The delivery that is called so; null where it is none of the last. */
        @Nullable
        SourceDelivery called(String key) {
            return deliveries.stream()
                    .filter(delivery -> key(delivery).equals(key))
                    .findFirst()
                    .orElse(null);
        }

        /** The body that came last; empty before there is one. */
        String newest() {
            return deliveries.stream()
                    .map(SourceDelivery::body)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }

        private static String key(SourceDelivery delivery) {
            return delivery.at() + " " + Objects.requireNonNullElse(delivery.responseId(), "");
        }
    }

    /** Asks survey-ingest. */
    HeardSource heard(String cpc, String code) {
        try {
            return new HeardSource(
                    ingest.status(cpc, code), ingest.deliveries(cpc, code).items());
        } catch (RefusedCall | ProcessingException e) {
            return HeardSource.NOTHING; // the page says so in its place
        }
    }

    SourcesView list(
            String cpc, Portal portal, List<StoredEntry> stored, @Nullable AddingForm again, @Nullable String gone) {
        AddingForm form = again == null ? empty("", "", "", null) : again;
        ListedStatuses statuses = new ListedStatuses(cpc);
        return new SourcesView(
                stored.isEmpty() ? messages.none() : messages.headline(stored.size()),
                stored.stream()
                        .flatMap(entry -> line(cpc, portal, entry, statuses).stream())
                        .toList(),
                gone == null ? null : messages.deleted(gone),
                door.mayChange(cpc) ? form : null);
    }

    /** The form that adds a source. */
    AddingForm empty(String name, String code, String vendor, @Nullable String error) {
        return new AddingForm(name, code, vendors.all(vendor), error);
    }

    SourceView view(
            String cpc, Portal portal, StoredEntry stored, SourceDraft draft, HeardSource heard, SourceNews news) {
        Trouble trouble = news.trouble();
        List<Reason> faults = trouble == null ? List.of() : trouble.faults();
        return new SourceView(
                head(cpc, stored),
                news.done(),
                trouble,
                heard.status() == null ? null : standing(heard.status(), portal),
                mapping.editing(cpc, draft, faults, news.tried()),
                mapping.made(draft, faults, news.tried()),
                heard.deliveries().stream()
                        .map(delivery -> delivery(delivery, portal))
                        .toList());
    }

    private Head head(String cpc, StoredEntry stored) {
        Source source = stored.entry().map(Source.class::cast).orElse(null);
        return new Head(
                name(stored),
                address(cpc, stored.code()),
                source == null ? "" : vendors.name(source.vendor()),
                source == null || source.active());
    }

    static String address(String cpc, String code) {
        return "/portals/" + cpc + "/preferences/sources/" + code;
    }

    static String name(StoredEntry stored) {
        return stored.entry().map(entry -> ((Source) entry).name()).orElse(stored.code());
    }

    private List<SourceLine> line(String cpc, Portal portal, StoredEntry stored, ListedStatuses statuses) {
        return stored
                .entry()
                .map(Source.class::cast)
                .map(source -> new SourceLine(
                        source.name(),
                        stored.code(),
                        vendors.name(source.vendor()),
                        source.active() ? messages.taking() : messages.switchedOff(),
                        source.active(),
                        signs(portal, statuses.of(stored.code())),
                        address(cpc, stored.code())))
                .stream()
                .toList();
    }

    /**
     * The statuses for one list. Once survey-ingest cannot be asked it is asked no more: each time would be waited for.
     */
    private final class ListedStatuses {
        private final String cpc;
        private boolean away;

        ListedStatuses(String cpc) {
            this.cpc = cpc;
        }

        /** That of one; null where it is not known now. */
        @Nullable
        SourceStatus of(String code) {
            try {
                return away ? null : ingest.status(cpc, code);
            } catch (RefusedCall e) {
                return null;
            } catch (ProcessingException e) {
                away = true;
                return null;
            }
        }
    }

    /** What somebody should know of a source without opening its page. */
    private List<SourceSign> signs(Portal portal, @Nullable SourceStatus status) {
        if (status == null) {
            return List.of(new SourceSign(messages.notKnownNow(), false));
        }
        List<SourceSign> signs = new ArrayList<>();
        if (!status.secrets().current()) {
            signs.add(new SourceSign(messages.noSecret(), true));
        }
        Instant silentSince = status.silentSince();
        if (silentSince != null) {
            signs.add(new SourceSign(messages.silentShort(formats.at(silentSince, portal.timeZone())), true));
        }
        if (status.refusedLately() > 0) {
            signs.add(new SourceSign(
                    messages.refusedLately(status.refusedLately(), formats.count(status.refusedLately())), true));
        }
        Instant lastAt = status.lastAt();
        signs.add(new SourceSign(
                lastAt == null
                        ? messages.nothingYet()
                        : messages.lastHeard(
                                formats.moment(lastAt, portal.timeZone()).ago()),
                false));
        return signs;
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
        if (status.refusedLately() > 0) {
            lines.add(messages.refusedLately(status.refusedLately(), formats.count(status.refusedLately())));
        }
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
                formats.name(day),
                formats.count(Math.round(
                        hours.stream().mapToDouble(Double::doubleValue).sum())),
                most > 0 ? messages.hours(hour(busiest), hour((busiest + 1) % HOURS_OF_DAY)) : "");
    }

    private String hour(int hour) {
        return formats.time(LocalTime.of(hour, 0));
    }

    private DeliveryLine delivery(SourceDelivery delivery, Portal portal) {
        return new DeliveryLine(
                HeardSource.key(delivery),
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

    static String pretty(JsonNode json) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
