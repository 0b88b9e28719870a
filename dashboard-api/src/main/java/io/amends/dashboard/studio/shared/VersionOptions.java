package io.amends.dashboard.studio.shared;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rule sets of a portal to choose from: its draft and its published versions. */
@ApplicationScoped
public class VersionOptions {
    /** The value of the draft among the options. */
    public static final String DRAFT = "draft";

    private final StudioMessages messages;
    private final Formats formats;

    VersionOptions(StudioMessages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The draft. */
    public Option draft(String chosen) {
        return new Option(DRAFT, messages.draft(), chosen.equals(DRAFT));
    }

    /** The versions by their number, with the date and time when each was published. */
    public List<Option> versions(List<RuleSetVersion> versions, String chosen, Portal portal) {
        return versions.stream()
                .map(v -> {
                    String number = Long.toString(v.version());
                    return new Option(
                            number,
                            messages.versionAt(
                                    messages.version(v.version()), formats.at(v.publishedAt(), portal.timeZone())),
                            chosen.equals(number));
                })
                .toList();
    }
}
