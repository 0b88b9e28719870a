package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.TriedSource;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.preferences.core.MappingRow;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.shared.Proposals;
import io.amends.dashboard.preferences.sources.SourceEditing.EntryField;
import io.amends.dashboard.preferences.sources.SourceEditing.FieldsForm;
import io.amends.dashboard.preferences.sources.SourceEditing.RowNews;
import io.amends.dashboard.preferences.sources.SourceEditing.RowOfMapping;
import io.amends.dashboard.preferences.sources.SourceMade.MadeField;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Puts the editor of a source into words, and beside it what its sample makes: each fault at the field that it is of. */
@ApplicationScoped
class MappingPresenter {
    private static final String DUE = "due";
    /** It is the same for every response of the page. */
    private static final String PORTAL = "/portal";

    private final MappingMessages messages;
    private final PreferencesMessages preferences;
    private final SourcesMessages sources;
    private final FieldWords fields;
    private final VendorWords vendors;
    private final Directory directory;

    MappingPresenter(
            MappingMessages messages,
            PreferencesMessages preferences,
            SourcesMessages sources,
            FieldWords fields,
            VendorWords vendors,
            Directory directory) {
        this.messages = messages;
        this.preferences = preferences;
        this.sources = sources;
        this.fields = fields;
        this.vendors = vendors;
        this.directory = directory;
    }

    /** The editor. */
    SourceEditing editing(String cpc, SourceDraft draft, List<Reason> faults, @Nullable TriedSource tried) {
        return new SourceEditing(
                draft.tag(), draft.sample(), draft.json(), draft.asJson() ? null : form(cpc, draft, faults, tried));
    }

    private FieldsForm form(String cpc, SourceDraft draft, List<Reason> faults, @Nullable TriedSource tried) {
        JsonNode entry = draft.entry() == null ? Json.MAPPER.createObjectNode() : draft.entry();
        List<RowOfMapping> rows = new ArrayList<>();
        for (MappingRow row : draft.rows()) {
            rows.add(new RowOfMapping(rows.size(), label(row), row, news(row, faults, tried)));
        }
        return new FieldsForm(
                entry.path(SourceDrafts.VERSION).asInt(1),
                entry.path(SourceDrafts.ACTIVE).asBoolean(true),
                what(entry, faults),
                defaults(cpc, entry.path(SourceDrafts.DEFAULTS), faults),
                rows,
                Proposals.ZONES);
    }

    private List<EntryField> what(JsonNode entry, List<Reason> faults) {
        String vendor = entry.path(SourceDrafts.VENDOR).asText("");
        return List.of(
                new EntryField(
                        SourceDrafts.NAME,
                        preferences.name(),
                        entry.path(SourceDrafts.NAME).asText(""),
                        List.of(),
                        null,
                        at("/" + SourceDrafts.NAME, faults)),
                new EntryField(
                        SourceDrafts.VENDOR,
                        sources.vendor(),
                        vendor,
                        vendors.all(vendor),
                        null,
                        at("/" + SourceDrafts.VENDOR, faults)),
                new EntryField(
                        SourceDrafts.API + "." + SourceDrafts.BASE_URL,
                        messages.baseUrl(),
                        entry.path(SourceDrafts.API).path(SourceDrafts.BASE_URL).asText(""),
                        List.of(),
                        messages.baseUrlHint(),
                        at("/" + SourceDrafts.API + "/" + SourceDrafts.BASE_URL, faults)));
    }

    private List<EntryField> defaults(String cpc, JsonNode defaults, List<Reason> faults) {
        List<EntryField> all = new ArrayList<>();
        for (ResponseField field : SourceDrafts.FILLED) {
            String value = defaults.path(field.word()).asText("");
            List<Option> options =
                    switch (field) {
                        case SUPPORT_GROUP -> codes(EntryType.GROUP, cpc, value);
                        case SEGMENT -> codes(EntryType.SEGMENT, cpc, value);
                        default -> List.of();
                    };
            all.add(defaulted(field.word(), fields.name(TargetField.of(field)), value, options, null, faults));
        }
        String header = defaults.path(SourceDrafts.HEADER).asText("");
        all.add(defaulted(SourceDrafts.HEADER, messages.header(), header, List.of(), messages.headerHint(), faults));
        return all;
    }

    private static EntryField defaulted(
            String word, String label, String value, List<Option> options, @Nullable String hint, List<Reason> faults) {
        return new EntryField(
                SourceDrafts.DEFAULTS + "." + word,
                label,
                value,
                options,
                hint,
                at("/" + SourceDrafts.DEFAULTS + "/" + word, faults));
    }

    /** None, those that are there, and the one that is chosen though it is not there. */
    private List<Option> codes(EntryType type, String cpc, String chosen) {
        Set<String> known = directory.codes(type, cpc);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", messages.none(), chosen.isEmpty()));
        known.stream().sorted().forEach(code -> options.add(new Option(code, code, code.equals(chosen))));
        if (!chosen.isEmpty() && !known.contains(chosen)) {
            options.add(new Option(chosen, messages.notThere(chosen), true));
        }
        return options;
    }

    private String label(MappingRow row) {
        return row.target()
                .map(fields::name)
                .orElseGet(() -> row.unnamed() ? messages.oneMoreProperty() : messages.property(row.name()));
    }

    private static RowNews news(MappingRow row, List<Reason> faults, @Nullable TriedSource tried) {
        // The rows in which the next properties are named have no place of their own yet.
        String error = row.unnamed() && row.blank() ? null : at(row.pointer(), faults);
        TargetField target = row.target().orElse(null);
        if (tried == null || target == null) {
            return new RowNews(error, null, null);
        }
        JsonNode value = tried.response().at(target.at());
        String refused = at(target.pointer(), tried.errors());
        return new RowNews(
                error == null ? refused : error,
                at(target.pointer(), tried.warnings()),
                value.isMissingNode() || value.isNull() ? null : text(value));
    }

    /** The response that the sample makes. */
    SourceMade made(SourceDraft draft, List<Reason> faults, @Nullable TriedSource tried) {
        if (tried == null) {
            String why = !faults.isEmpty()
                    ? messages.mendFirst()
                    : draft.sample().isBlank() ? messages.noSample() : messages.notTried();
            return new SourceMade(why, "quiet", List.of(), null);
        }
        Map<String, String> values = new LinkedHashMap<>();
        leaves("", tried.response(), values);
        Set<String> places = new LinkedHashSet<>();
        tried.errors().forEach(reason -> places.add(reason.pointer()));
        places.addAll(values.keySet());
        tried.warnings().forEach(reason -> places.add(reason.pointer()));
        List<MadeField> made = places.stream()
                .filter(place -> !place.equals(PORTAL))
                .map(place -> new MadeField(
                        label(place),
                        values.getOrDefault(place, ""),
                        exactly(place, tried.errors()),
                        exactly(place, tried.warnings())))
                .toList();
        boolean refused = !tried.errors().isEmpty();
        boolean odd = !tried.warnings().isEmpty();
        return new SourceMade(
                refused
                        ? messages.refused(tried.errors().size())
                        : odd ? messages.takenWithWarnings() : messages.taken(),
                refused ? "urgent" : odd ? DUE : "done",
                made,
                SourcePresenter.pretty(tried.response()));
    }

    private String label(String place) {
        TargetField field = FieldWords.at(place);
        return field == null ? place : fields.name(field);
    }

    /** What a response says, by where it says it: each list as one. */
    private static void leaves(String at, JsonNode json, Map<String, String> values) {
        json.properties().forEach(member -> {
            String place = Reason.at(at, member.getKey());
            if (member.getValue().isObject()) {
                leaves(place, member.getValue(), values);
            } else if (!member.getValue().isNull()) {
                values.put(place, text(member.getValue()));
            }
        });
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.isValueNode() ? value.asText() : value.toString();
    }

    /** What is wrong at a place or below it; null where nothing is. */
    private static @Nullable String at(String pointer, List<Reason> reasons) {
        return first(reasons.stream()
                .filter(reason ->
                        reason.pointer().equals(pointer) || reason.pointer().startsWith(pointer + "/"))
                .map(Reason::reason)
                .toList());
    }

    private static @Nullable String exactly(String pointer, List<Reason> reasons) {
        return first(reasons.stream()
                .filter(reason -> reason.pointer().equals(pointer))
                .map(Reason::reason)
                .toList());
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }
}
