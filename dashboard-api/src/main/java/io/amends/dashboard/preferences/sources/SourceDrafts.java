package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.preferences.core.MappingForm;
import io.amends.dashboard.preferences.core.MappingRow;
import io.amends.dashboard.studio.core.FormFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is typed into the page of a source, and says what is wrong with it. */
@ApplicationScoped
class SourceDrafts {
    static final String NAME = "name";
    static final String VENDOR = "vendor";
    static final String DEFAULTS = "defaults";
    static final String API = "api";
    static final String BASE_URL = "baseUrl";
    static final String MAPPING = "mapping";
    static final String VERSION = "mappingVersion";
    static final String ACTIVE = "active";
    /** The field of the form in which a source is written as JSON. */
    static final String ENTRY = "entry";
    /** The header in which a vendor sends a secret, among the defaults. */
    static final String HEADER = "header";
    /** The defaults of a source that fill fields, in their order. */
    static final List<ResponseField> FILLED =
            List.of(ResponseField.SUPPORT_GROUP, ResponseField.SEGMENT, ResponseField.BRAND, ResponseField.CHANNEL);

    private final MappingMessages words;
    private final SourcesMessages messages;

    SourceDrafts(MappingMessages words, SourcesMessages messages) {
        this.words = words;
        this.messages = messages;
    }

    /** The source as it is stored; as JSON where it is asked for so, or can be read no other way. */
    SourceDraft stored(StoredEntry stored, Portal portal, boolean asJson, String sample) {
        JsonNode json = Json.MAPPER.valueToTree(stored.entry().orElse(null));
        ObjectNode entry = json instanceof ObjectNode object ? object : null;
        return new SourceDraft(
                stored.tag(),
                sample,
                asJson || entry == null,
                SourcePresenter.pretty(json),
                entry,
                entry == null
                        ? List.of()
                        : MappingForm.rows(
                                entry.path(MAPPING), portal.measures().keySet()),
                List.of());
    }

    /** The source as it was typed. */
    SourceDraft typed(FormFields form, Portal portal) {
        if (form.has(ENTRY)) {
            String json = form.text(ENTRY);
            ObjectNode entry = read(json);
            List<Reason> faults =
                    entry == null ? List.of(new Reason("", messages.notJson())) : faults(entry, List.of());
            List<MappingRow> rows = entry == null
                    ? List.of()
                    : MappingForm.rows(entry.path(MAPPING), portal.measures().keySet());
            return new SourceDraft(form.text("tag"), form.text("sample"), true, json, entry, rows, faults);
        }
        List<MappingRow> rows = MappingForm.posted(form);
        ObjectNode entry = entry(form, rows);
        return new SourceDraft(
                form.text("tag"),
                form.text("sample"),
                false,
                SourcePresenter.pretty(entry),
                entry,
                rows,
                faults(entry, rows));
    }

    /** The same, written the other way; as it is where something is wrong with it that the other way does not show. */
    static SourceDraft turned(SourceDraft draft, boolean asJson) {
        boolean shown = draft.entry() != null && (asJson || draft.faults().isEmpty());
        return shown
                ? new SourceDraft(
                        draft.tag(), draft.sample(), asJson, draft.json(), draft.entry(), draft.rows(), draft.faults())
                : draft;
    }

    private static ObjectNode entry(FormFields form, List<MappingRow> rows) {
        ObjectNode entry = Json.MAPPER.createObjectNode();
        entry.put(NAME, form.text(NAME).strip()).put(VENDOR, form.text(VENDOR));
        ObjectNode defaults = entry.putObject(DEFAULTS);
        FILLED.forEach(field -> put(defaults, field.word(), form.text(DEFAULTS + "." + field.word())));
        put(defaults, HEADER, form.text(DEFAULTS + "." + HEADER));
        entry.set(MAPPING, MappingForm.mapping(rows));
        entry.set(VERSION, number(form.text(VERSION)));
        ObjectNode api = Json.MAPPER.createObjectNode();
        put(api, BASE_URL, form.text(API + "." + BASE_URL));
        if (!api.isEmpty()) {
            entry.set(API, api);
        }
        return entry.put(ACTIVE, !form.text(ACTIVE).equals("no"));
    }

    private List<Reason> faults(ObjectNode entry, List<MappingRow> rows) {
        List<Reason> faults = new ArrayList<>();
        Set<MappingRow> repeated = MappingForm.repeated(rows);
        for (MappingRow row : rows) {
            if (row.unnamed() && !row.blank()) {
                faults.add(new Reason(row.pointer(), words.nameMissing()));
            } else if (repeated.contains(row)) {
                faults.add(new Reason(row.pointer(), words.namedTwice()));
            }
            row.unreadable().stream()
                    .findFirst()
                    .ifPresent(line -> faults.add(new Reason(row.pointer() + "/values", words.valuesWrong(line))));
        }
        EntryRules.Checked checked = EntryRules.check(EntryType.SOURCE, entry.deepCopy());
        faults.addAll(checked.reasons());
        checked.readable().stream()
                .flatMap(source -> MappingForm.lost(entry, Json.MAPPER.valueToTree(source)).stream())
                .filter(pointer ->
                        faults.stream().noneMatch(fault -> fault.pointer().equals(pointer)))
                .forEach(pointer -> faults.add(new Reason(pointer, words.unknownField())));
        return faults;
    }

    private static void put(ObjectNode json, String name, String text) {
        if (!text.isBlank()) {
            json.put(name, text.strip());
        }
    }

    private static JsonNode number(String text) {
        return Json.MAPPER.valueToTree(text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null);
    }

    private static @Nullable ObjectNode read(String json) {
        try {
            return Json.MAPPER.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (IOException e) {
            return null;
        }
    }
}
