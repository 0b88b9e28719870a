package io.amends.dashboard.preferences.entries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.AlertChannel.ChannelEvent;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.contracts.directory.Calendar.Weekday;
import io.amends.contracts.directory.Contact.ContactChannel;
import io.amends.contracts.directory.EntryLimits;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.HolidayCodes;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.EntryShape;
import io.amends.dashboard.preferences.core.FieldKind;
import io.amends.dashboard.preferences.shared.FieldErrors;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.FieldView.Face;
import io.amends.dashboard.preferences.shared.FieldView.Input;
import io.amends.dashboard.preferences.shared.NamedEntries;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.shared.Proposals;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the fields of an entry's form, out of what is stored as well as of what was sent. */
@ApplicationScoped
class EntryFieldsPresenter {
    private final NamedEntries named;
    private final FieldTexts texts;
    private final PreferencesMessages words;
    private final CalendarMeaning calendars;
    private final Formats formats;

    EntryFieldsPresenter(
            NamedEntries named,
            FieldTexts texts,
            PreferencesMessages words,
            CalendarMeaning calendars,
            Formats formats) {
        this.named = named;
        this.texts = texts;
        this.words = words;
        this.calendars = calendars;
        this.formats = formats;
    }

    /** All fields but the hours of a calendar. */
    List<FieldView> fields(EntryType type, String cpc, ObjectNode entry, FieldErrors errors) {
        List<FieldView> fields = new ArrayList<>();
        EntryShape.of(type).forEach((name, kind) -> {
            if (kind != FieldKind.HOURS) {
                fields.add(field(type, cpc, name, entry.path(name), errors));
            }
        });
        return fields;
    }

    private FieldView field(EntryType type, String cpc, String name, JsonNode value, FieldErrors errors) {
        List<String> written = FieldKind.written(value);
        return switch (name) {
            case "supportLead", "manager" ->
                chosen(face(type, name, Input.SELECT), EntryType.CONTACT, cpc, written, errors);
            case "region" -> chosen(face(type, name, Input.SELECT), EntryType.REGION, cpc, written, errors);
            case "calendar" -> chosen(face(type, name, Input.SELECT), EntryType.CALENDAR, cpc, written, errors);
            case "alsoAlerts" -> {
                List<String> six = new ArrayList<>(written);
                while (six.size() < EntryLimits.ALSO_ALERTS) {
                    six.add("");
                }
                Face face = face(type, name, Input.SELECT);
                yield chosen(
                        new Face(face.name(), face.label(), face.hint(), face.input(), true),
                        EntryType.CONTACT,
                        cpc,
                        six,
                        errors);
            }
            case "timeZone" -> proposed(face(type, name, Input.LIST), Proposals.ZONES, written, errors);
            case "language" ->
                proposed(face(type, name, Input.LIST), Proposals.languages(formats.locale()), written, errors);
            case "channels" -> channels(face(type, name, Input.SELECT), written, errors);
            case "channel" -> chosen(face(type, name, Input.SELECT), EntryType.CHANNEL, cpc, written, errors);
            case "kind" -> kind(face(type, name, Input.SELECT), written, errors);
            case "events" -> FieldView.anyOf(face(type, name, Input.TICKS), written, errors.at(name), events());
            case "active" -> active(face(type, name, Input.CHECK), value.asBoolean(), errors);
            case "country" -> proposed(face(type, name, Input.LIST), places(), written, errors);
            case "holidays", "workdays", "groups", "regions" ->
                new FieldView(
                        face(type, name, Input.AREA),
                        List.of(String.join("\n", written)),
                        List.of(),
                        errors.at(name),
                        String.join(", ", written));
            default -> proposed(face(type, name, Input.TEXT), List.of(), written, errors);
        };
    }

    /** Both ways, or one of them; a value is the words that are stored. */
    private FieldView channels(Face face, List<String> written, FieldErrors errors) {
        String both = written(ContactChannel.EMAIL, ContactChannel.SMS);
        String value = written.isEmpty() ? both : String.join(" ", written);
        return FieldView.oneOf(
                face,
                value,
                errors.at(face.name()),
                new Option(both, words.byBoth(), false),
                new Option(written(ContactChannel.EMAIL), words.byMail(), false),
                new Option(written(ContactChannel.SMS), words.byText(), false));
    }

    private FieldView kind(Face face, List<String> written, FieldErrors errors) {
        return FieldView.oneOf(
                face,
                written.isEmpty() ? ChannelKind.TEAMS.name() : written.get(0),
                errors.at(face.name()),
                new Option(ChannelKind.TEAMS.name(), words.teams(), false),
                new Option(ChannelKind.SLACK.name(), words.slack(), false),
                new Option(ChannelKind.WEBHOOK.name(), words.webhook(), false));
    }

    private List<Option> events() {
        return Stream.of(ChannelEvent.values())
                .map(event -> new Option(
                        event.name(),
                        switch (event) {
                            case FLAGGED -> words.eventFlagged();
                            case IMMEDIATE -> words.eventImmediate();
                            case REQUEST -> words.eventRequest();
                            case DIGEST -> words.eventDigest();
                            case CASE -> words.eventCase();
                            case FOLLOWUP -> words.eventFollowUp();
                            case ADMIN -> words.eventAdmin();
                        },
                        false))
                .toList();
    }

    private FieldView active(Face face, boolean yes, FieldErrors errors) {
        return new FieldView(
                face,
                List.of(yes ? FieldKind.YES : ""),
                List.of(),
                errors.at(face.name()),
                yes ? words.yes() : words.no());
    }

    private List<Option> places() {
        return HolidayCodes.all().stream()
                .sorted()
                .map(code -> new Option(code, calendars.place(code), false))
                .toList();
    }

    private static String written(ContactChannel... channels) {
        return Stream.of(channels).map(Enum::name).collect(Collectors.joining(" "));
    }

    private FieldView chosen(Face face, EntryType of, String cpc, List<String> values, FieldErrors errors) {
        List<String> controls = values.isEmpty() ? List.of("") : values;
        return named.choice(face, named.of(of, cpc), controls, errors, words.none());
    }

    private FieldView proposed(Face face, List<Option> options, List<String> values, FieldErrors errors) {
        String value = values.isEmpty() ? "" : values.get(0);
        String shown = face.name().equals("country") && !value.isEmpty() ? calendars.place(value) : value;
        return new FieldView(face, List.of(value), options, errors.at(face.name()), shown);
    }

    private Face face(EntryType type, String name, Input input) {
        return new Face(name, texts.label(type, name), texts.hint(type, name), input);
    }

    /** The hours of a calendar. */
    EntryView.Week week(ObjectNode calendar, FieldErrors errors) {
        Iterator<String> written = FieldKind.written(calendar.path("hours")).iterator();
        List<FieldView> days = new ArrayList<>();
        for (Weekday day : Weekday.values()) {
            String value = written.hasNext() ? written.next() : "";
            days.add(new FieldView(
                    new Face("hours." + day, formats.name(day.day()), null, Input.TEXT),
                    List.of(value),
                    List.of(),
                    errors.at("hours." + day),
                    value));
        }
        return new EntryView.Week(
                texts.label(EntryType.CALENDAR, "hours"),
                String.valueOf(texts.hint(EntryType.CALENDAR, "hours")),
                errors.at("hours"),
                days);
    }
}
