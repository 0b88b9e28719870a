package io.amends.dashboard.preferences.entries;

import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.layout.Frames;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.shared.SeenEntries;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.FormReader;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What the pages of entries need around them: who may come in, the frame, the form that was posted, and what was done. */
@ApplicationScoped
class EntryDesk {
    private static final String PREVIEW = "preview";

    private final Directory directory;
    private final SeenEntries seen;
    private final FormReader forms;
    private final Frames frames;
    private final Formats formats;
    private final EntriesMessages messages;

    EntryDesk(
            Directory directory,
            SeenEntries seen,
            FormReader forms,
            Frames frames,
            Formats formats,
            EntriesMessages messages) {
        this.directory = directory;
        this.seen = seen;
        this.forms = forms;
        this.frames = frames;
        this.formats = formats;
        this.messages = messages;
    }

    Portal portal(String cpc) {
        return directory.require(cpc);
    }

    Frame frame(String cpc, Portal portal) {
        return frames.of(cpc, portal.name(), "", Frame.Place.PREFERENCES);
    }

    FormFields read(String body) {
        return forms.read(body);
    }

    /** Whether the form is only to be shown again with what it means. */
    boolean previewed(FormFields form) {
        return form.text("do").equals(PREVIEW);
    }

    /** What was done just now, as the address says it; null where that is nothing that can be. */
    @Nullable
    String done(EntryList list, String cpc, ListParameters said) {
        if (said.added != null && said.changed != null) {
            return messages.imported(formats.count(said.added), formats.count(said.changed));
        }
        if (said.deleted != null && EntryRules.isCode(said.deleted)) {
            return messages.deleted(said.deleted);
        }
        String saved = said.saved;
        return saved == null || !EntryRules.isCode(saved)
                ? null
                : seen.find(list.type(), cpc, saved)
                        .flatMap(stored -> stored.entry().map(ListPresenter::name))
                        .map(messages::saved)
                        .orElse(null);
    }
}
