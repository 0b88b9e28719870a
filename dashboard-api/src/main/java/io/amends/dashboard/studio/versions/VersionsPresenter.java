package io.amends.dashboard.studio.versions;

import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.dashboard.studio.client.RulesService;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.kit.page.Page;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the views of the history and of one version. */
@ApplicationScoped
class VersionsPresenter {
    private static final int PAGE = 50;

    private final RulesService rules;
    private final VersionsMessages messages;
    private final StudioMessages studio;
    private final Formats formats;
    private final AuthorNames authors;

    VersionsPresenter(
            RulesService rules,
            VersionsMessages messages,
            StudioMessages studio,
            Formats formats,
            AuthorNames authors) {
        this.rules = rules;
        this.messages = messages;
        this.studio = studio;
        this.formats = formats;
        this.authors = authors;
    }

    /** @param page from 0 */
    VersionsView history(String cpc, Portal portal, int page) {
        Page<RuleSetVersion> versions = rules.ask(c -> c.versions(cpc, page, PAGE));
        RuleSetVersion newest =
                page == 0 && !versions.items().isEmpty() ? versions.items().get(0) : rules.newest(cpc);
        String here = StudioAddress.of(cpc, "versions") + "?page=";
        return new VersionsView(
                newest == null
                        ? messages.noVersions()
                        : messages.versionsHeadline(versions.total(), newest.version(), date(newest, portal)),
                formats.zone(portal.timeZone()),
                versions.items().stream()
                        .map(v -> line(cpc, portal, v, newest != null && v.version() == newest.version()))
                        .toList(),
                page > 0 ? here + (page - 1) : null,
                (long) (page + 1) * PAGE < versions.total() ? here + (page + 1) : null);
    }

    /**
     * One version.
     *
     * @param reason why somebody wants to go back, as typed
     * @param refused that they could not; null where nobody was refused
     * @throws Problem 404 where there is no such version
     */
    VersionView version(String cpc, Portal portal, long version, String reason, @Nullable RefusedCall refused) {
        RuleSetVersion newest = rules.newest(cpc);
        long now = newest == null ? 0 : newest.version();
        RuleSetVersion about = find(cpc, version, now);
        boolean decides = version == now;
        String compare = StudioAddress.of(cpc, "compare");
        return new VersionView(
                line(cpc, portal, about, decides),
                formats.zone(portal.timeZone()),
                decides ? messages.versionDecides(version) : messages.versionDecided(version, date(about, portal)),
                rules.ask(c -> c.versionInWords(cpc, version)).rules(),
                version == 1 ? null : compare + "?from=" + (version - 1) + "&to=" + version,
                decides
                        ? null
                        : new VersionView.RollBack(
                                compare + "?from=" + version + "&to=published",
                                messages.rollBackMeans(version, now + 1, now),
                                now,
                                reason,
                                messages.backTo(version)),
                refused == null ? null : why(refused, version, now));
    }

    /** Versions count up by one without a gap, newest first. */
    private RuleSetVersion find(String cpc, long version, long now) {
        List<RuleSetVersion> items = version > now
                ? List.of()
                : rules.ask(c -> c.versions(cpc, (int) (now - version), 1)).items();
        return items.stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(messages.noSuchVersion(version)));
    }

    private String why(RefusedCall refused, long version, long now) {
        if (refused.status() == 412) {
            return messages.rollBackStale(version, now);
        }
        Reason first = RulesService.reasons(refused).get(0);
        return first.pointer().equals("/reason") ? messages.reasonTooLong(StatedReason.LONGEST) : first.reason();
    }

    private VersionLine line(String cpc, Portal portal, RuleSetVersion version, boolean decides) {
        return new VersionLine(
                studio.version(version.version()),
                formats.moment(version.publishedAt(), portal.timeZone()),
                date(version, portal),
                authors.name(version.author()),
                version.reason(),
                decides,
                StudioAddress.version(cpc, version.version()));
    }

    private String date(RuleSetVersion version, Portal portal) {
        return formats.at(version.publishedAt(), portal.timeZone());
    }
}
