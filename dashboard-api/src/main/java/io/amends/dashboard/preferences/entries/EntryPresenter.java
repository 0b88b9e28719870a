package io.amends.dashboard.preferences.entries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Calendar;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.entries.EntryView.Addresses;
import io.amends.dashboard.preferences.entries.EntryView.Version;
import io.amends.dashboard.preferences.shared.FieldErrors;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.FieldView.Face;
import io.amends.dashboard.preferences.shared.FieldView.Input;
import io.amends.dashboard.preferences.shared.Notice;
import io.amends.dashboard.preferences.shared.Notice.Difference;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the view of one entry: as it is stored, as it was sent, or both where somebody else was faster. */
@ApplicationScoped
class EntryPresenter {
    private final EntryFieldsPresenter fields;
    private final CalendarMeaning meaning;
    private final PreferencesDoor door;
    private final FieldTexts texts;
    private final ListWords lists;
    private final EntriesMessages messages;
    private final PreferencesMessages words;

    EntryPresenter(
            EntryFieldsPresenter fields,
            CalendarMeaning meaning,
            PreferencesDoor door,
            FieldTexts texts,
            ListWords lists,
            EntriesMessages messages,
            PreferencesMessages words) {
        this.fields = fields;
        this.meaning = meaning;
        this.door = door;
        this.texts = texts;
        this.lists = lists;
        this.messages = messages;
        this.words = words;
    }

    /**
     * An entry in a form.
     *
     * @param code of an entry that is there, or was; null for a new one
     * @param entry as it is in the form
     * @param tag of the version that was seen; empty where nothing was
     */
    record Shown(EntryList list, @Nullable String code, ObjectNode entry, String tag) {}

    /** The entry as the API has it; empty where it cannot be read. */
    static ObjectNode json(@Nullable Record entry) {
        return entry == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.valueToTree(entry);
    }

    /** What a new one begins with. */
    static ObjectNode fresh(EntryList list) {
        ObjectNode fresh = list == EntryList.CALENDARS ? json(Calendar.USUAL) : json(null);
        fresh.remove("name");
        if (list == EntryList.CHANNELS) {
            fresh.put("active", true);
        }
        return fresh;
    }

    /** The form as it is first shown. */
    EntryView view(Shown shown, String cpc, Portal portal) {
        return view(shown, cpc, portal, List.of(), null, "");
    }

    /** The form of a new one as it was sent, to see what it means. */
    EntryView preview(Shown shown, String cpc, Portal portal, String typedCode) {
        return view(shown, cpc, portal, List.of(), null, typedCode);
    }

    /** The form as it was sent, with what is wrong with it. */
    EntryView again(Shown shown, String cpc, Portal portal, List<Reason> reasons, String typedCode) {
        return view(shown, cpc, portal, reasons, new Notice(words.lookAtMarked(), true), typedCode);
    }

    /** The form as it was sent, beside what somebody else has stored meanwhile. */
    EntryView conflict(Shown sent, String cpc, Portal portal, @Nullable StoredEntry now) {
        if (now == null) {
            Notice gone = new Notice(messages.deletedMeanwhile(), true);
            return view(new Shown(sent.list, sent.code, sent.entry, ""), cpc, portal, List.of(), gone, "");
        }
        ObjectNode stored = json(now.entry().orElse(null));
        Notice changed = new Notice(messages.changedMeanwhile(), true, differences(sent, cpc, stored));
        return view(new Shown(sent.list, sent.code, sent.entry, now.tag()), cpc, portal, List.of(), changed, "");
    }

    /** The form of a new one whose code another has. */
    EntryView taken(Shown sent, String cpc, Portal portal, String typedCode) {
        EntryView view = again(sent, cpc, portal, List.of(), typedCode);
        return new EntryView(
                view.head(),
                view.mayChange(),
                view.addresses(),
                new Version(code(sent.list, typedCode, messages.codeTaken()), ""),
                view.notice(),
                view.fields(),
                view.week(),
                view.means());
    }

    private EntryView view(
            Shown shown, String cpc, Portal portal, List<Reason> reasons, @Nullable Notice notice, String typedCode) {
        EntryType type = shown.list.type();
        FieldErrors errors = texts.errors(type, reasons);
        String code = shown.code;
        String list = ListPresenter.address(shown.list, cpc);
        String form = code == null ? "/portals/" + cpc + "/preferences/new/" + shown.list.word() : list + "/" + code;
        String name = shown.entry.path("name").asText(code == null ? "" : code);
        boolean there = code != null && !shown.tag.isEmpty();
        return new EntryView(
                code == null ? lists.make(shown.list) : name,
                door.mayChange(cpc),
                new Addresses(
                        form,
                        list,
                        there ? form + "/delete" : null,
                        there && type == EntryType.CHANNEL ? form + "/connection" : null),
                new Version(code == null ? code(shown.list, typedCode, errors.at("code")) : null, shown.tag),
                notice,
                fields.fields(type, cpc, shown.entry, errors),
                type == EntryType.CALENDAR ? fields.week(shown.entry, errors) : null,
                type == EntryType.CALENDAR ? means(shown.entry, portal) : null);
    }

    private EntryView.@Nullable Means means(ObjectNode entry, Portal portal) {
        ObjectNode named = entry.deepCopy();
        named.put("name", "-"); // what it means does not depend on its name
        return EntryRules.check(EntryType.CALENDAR, named)
                .readable()
                .map(calendar -> meaning.of((Calendar) calendar, portal.timeZone()))
                .orElse(null);
    }

    private FieldView code(EntryList list, String typed, @Nullable String error) {
        boolean inSurveys = list == EntryList.GROUPS || list == EntryList.SEGMENTS;
        Face face = new Face(
                "code",
                texts.label(list.type(), "code"),
                inSurveys ? messages.codeHint(words.codeWrong()) : words.codeWrong(),
                Input.TEXT);
        return new FieldView(face, List.of(typed), List.of(), error, typed);
    }

    private List<Difference> differences(Shown sent, String cpc, ObjectNode stored) {
        FieldErrors none = texts.errors(sent.list.type(), List.of());
        List<FieldView> theirs = all(sent, cpc, stored, none);
        List<FieldView> ours = all(sent, cpc, sent.entry, none);
        List<Difference> differences = new ArrayList<>();
        IntStream.range(0, theirs.size()).forEach(i -> {
            if (!theirs.get(i).shown().equals(ours.get(i).shown())) {
                differences.add(new Difference(theirs.get(i).face().label(), said(theirs.get(i)), said(ours.get(i))));
            }
        });
        return differences;
    }

    private List<FieldView> all(Shown of, String cpc, ObjectNode entry, FieldErrors none) {
        List<FieldView> all = new ArrayList<>(fields.fields(of.list.type(), cpc, entry, none));
        if (of.list == EntryList.CALENDARS) {
            all.addAll(fields.week(entry, none).days());
        }
        return all;
    }

    private String said(FieldView field) {
        return field.shown().isEmpty() ? words.nothing() : field.shown();
    }
}
