package io.amends.dashboard.preferences.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.preferences.core.PortalSetting;
import io.amends.dashboard.preferences.portal.ConfirmView.SentField;
import io.amends.dashboard.preferences.portal.ConfirmView.SettingChange;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.Notice;
import io.amends.dashboard.preferences.shared.Notice.Difference;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the views of a portal's page: as it is stored, as it was sent, and the question in between. */
@ApplicationScoped
class PortalPresenter {
    private final SettingsPresenter settings;
    private final DigestWords digests;
    private final Directory directory;
    private final PreferencesDoor door;
    private final FieldTexts texts;
    private final SettingsMessages messages;
    private final PreferencesMessages words;

    PortalPresenter(
            SettingsPresenter settings,
            DigestWords digests,
            Directory directory,
            PreferencesDoor door,
            FieldTexts texts,
            SettingsMessages messages,
            PreferencesMessages words) {
        this.settings = settings;
        this.digests = digests;
        this.directory = directory;
        this.door = door;
        this.texts = texts;
        this.messages = messages;
        this.words = words;
    }

    /** A portal as the API has it. */
    static ObjectNode json(Portal portal) {
        return Json.MAPPER.valueToTree(portal);
    }

    /** The settings as they are stored. */
    PortalView stored(String cpc, boolean saved, boolean same) {
        StoredEntry stored = newest(cpc);
        ObjectNode portal = json((Portal) stored.entry().orElseThrow(() -> Problem.noPortal(cpc)));
        Notice notice = saved ? new Notice(messages.saved(), false) : same ? new Notice(messages.same(), false) : null;
        return view(cpc, portal, stored.tag(), List.of(), notice);
    }

    /** The form as it was sent. */
    PortalView sent(String cpc, ObjectNode sent, String tag) {
        return view(cpc, sent, tag, List.of(), null);
    }

    /** The form as it was sent, with what is wrong with it. */
    PortalView again(String cpc, ObjectNode sent, String tag, List<Reason> reasons) {
        return view(cpc, sent, tag, reasons, new Notice(words.lookAtMarked(), true));
    }

    /** Whether nobody has changed the portal since that version was seen. */
    boolean isNewest(String cpc, String tag) {
        return newest(cpc).tag().equals(tag);
    }

    /** The form as it was sent, beside what somebody else has stored meanwhile. */
    PortalView conflict(String cpc, ObjectNode sent, Portal after) {
        StoredEntry stored = newest(cpc);
        ObjectNode theirs = json((Portal) stored.entry().orElseThrow(() -> Problem.noPortal(cpc)));
        ObjectNode ours = json(after);
        List<Difference> differences = PortalSetting.differing(theirs, ours).stream()
                .map(setting -> new Difference(
                        settings.label(setting),
                        settings.shown(cpc, setting, theirs),
                        settings.shown(cpc, setting, ours)))
                .toList();
        return view(cpc, sent, stored.tag(), List.of(), new Notice(messages.changedMeanwhile(), true, differences));
    }

    /** The changes once more. */
    ConfirmView confirm(String cpc, Portal before, Portal after, List<PortalSetting> changes, FormFields form) {
        List<SettingChange> lines = changes.stream()
                .map(setting -> new SettingChange(
                        settings.label(setting),
                        settings.shown(cpc, setting, json(before)),
                        settings.shown(cpc, setting, json(after)),
                        means(setting, after)))
                .toList();
        List<SentField> fields = form.names().stream()
                .filter(name -> !name.equals("do"))
                .flatMap(name -> form.all(name).stream().map(value -> new SentField(name, value)))
                .toList();
        return new ConfirmView(lines, fields);
    }

    private @Nullable String means(PortalSetting setting, Portal after) {
        return switch (setting) {
            case TIME_ZONE, ALERT_TIME -> digests.next(after);
            case OVERALL, THRESHOLD -> settings.unhappy(after);
            case MEASURES -> messages.measuresMean();
            default -> null;
        };
    }

    private PortalView view(String cpc, ObjectNode portal, String tag, List<Reason> reasons, @Nullable Notice notice) {
        Optional<Portal> meant =
                EntryRules.check(EntryType.PORTAL, portal.deepCopy()).readable().map(Portal.class::cast);
        return new PortalView(
                door.mayChange(cpc),
                tag,
                notice,
                settings.sections(cpc, portal, meant, texts.errors(EntryType.PORTAL, reasons)));
    }

    private StoredEntry newest(String cpc) {
        return directory.find(EntryType.PORTAL, cpc, cpc).orElseThrow(() -> Problem.noPortal(cpc));
    }
}
