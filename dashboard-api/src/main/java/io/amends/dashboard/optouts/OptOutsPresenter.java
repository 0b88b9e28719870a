package io.amends.dashboard.optouts;

import io.amends.contracts.api.ListedOptOut;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.optouts.OptOutsView.OptOutAdding;
import io.amends.dashboard.optouts.OptOutsView.OptOutLine;
import io.amends.dashboard.optouts.OptOutsView.OptOutSearch;
import io.amends.dashboard.optouts.OptOutsView.Told;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.dashboard.studio.shared.Option;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the customers who want no surveys into words. */
@ApplicationScoped
class OptOutsPresenter {
    /** Signs what a survey tool said by a webhook, before the source's code. */
    private static final String BY_SOURCE = "program:sources/";

    private final OptOutsMessages messages;
    private final Formats formats;
    private final AuthorNames authors;
    private final Directory directory;
    private final Caller caller;

    OptOutsPresenter(
            OptOutsMessages messages, Formats formats, AuthorNames authors, Directory directory, Caller caller) {
        this.messages = messages;
        this.formats = formats;
        this.authors = authors;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * What was asked for: whom to look for, if anybody.
     *
     * @param contact empty for all
     */
    record Asked(OptOutKind kind, String contact, int page) {
        boolean one() {
            return !contact.isEmpty();
        }
    }

    OptOutsView view(
            String cpc,
            Portal portal,
            Asked asked,
            Page<ListedOptOut> page,
            @Nullable Told told,
            @Nullable OptOutAdding again) {
        List<OptOutLine> lines = new ArrayList<>();
        page.items().forEach(one -> lines.add(line(cpc, portal, lines.size(), one)));
        boolean more = (page.page() + 1L) * page.size() < page.total();
        String headline = asked.one()
                ? page.total() == 0 ? messages.notFound() : messages.found()
                : page.total() == 0 ? messages.nobody() : messages.headline(page.total(), formats.count(page.total()));
        return view(
                cpc,
                portal,
                headline,
                told,
                search(asked, null),
                lines,
                again,
                page.page() == 0 ? null : address(cpc, asked, page.page() - 1),
                more ? address(cpc, asked, page.page() + 1) : null);
    }

    /** The page without a list: where it cannot be shown, or nobody can be looked for. */
    OptOutsView without(
            String cpc,
            Portal portal,
            Asked asked,
            @Nullable Told told,
            @Nullable String error,
            @Nullable OptOutAdding again) {
        return view(cpc, portal, messages.title(), told, search(asked, error), List.of(), again, null, null);
    }

    private OptOutsView view(
            String cpc,
            Portal portal,
            String headline,
            @Nullable Told told,
            OptOutSearch search,
            List<OptOutLine> lines,
            @Nullable OptOutAdding again,
            @Nullable String newer,
            @Nullable String older) {
        boolean adds = caller.may(cpc, Permission.ADMINISTER, Matter.PORTAL);
        OptOutAdding form = again == null ? adding(OptOutKind.EMAIL, "", "", null, null) : again;
        return new OptOutsView(
                headline, formats.zone(portal.timeZone()), told, search, lines, adds ? form : null, newer, older);
    }

    /** The form that adds one, as it was typed. */
    OptOutAdding adding(
            OptOutKind kind,
            String contact,
            String reason,
            @Nullable String contactError,
            @Nullable String reasonError) {
        return new OptOutAdding(kinds(kind), contact, reason, contactError, reasonError);
    }

    private OptOutSearch search(Asked asked, @Nullable String error) {
        return new OptOutSearch(kinds(asked.kind()), asked.contact(), error);
    }

    private List<Option> kinds(OptOutKind chosen) {
        return Stream.of(OptOutKind.values())
                .map(kind -> new Option(kind.word(), name(kind), kind == chosen))
                .toList();
    }

    private String name(OptOutKind kind) {
        return switch (kind) {
            case EMAIL -> messages.email();
            case PHONE -> messages.phone();
            case ID -> messages.id();
        };
    }

    private OptOutLine line(String cpc, Portal portal, int number, ListedOptOut one) {
        OptOutKind kind =
                one.email() != null ? OptOutKind.EMAIL : one.phone() != null ? OptOutKind.PHONE : OptOutKind.ID;
        String contact = Stream.of(one.email(), one.phone(), one.id())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new OptOutLine(
                number,
                kind.word(),
                name(kind),
                contact,
                formats.moment(one.at(), portal.timeZone()),
                who(cpc, one.author()),
                one.reason());
    }

    private String who(String cpc, String author) {
        if (!author.startsWith(BY_SOURCE)) {
            return authors.name(author);
        }
        String code = author.substring(BY_SOURCE.length());
        return messages.bySource(directory
                .find(EntryType.SOURCE, cpc, code)
                .flatMap(StoredEntry::entry)
                .map(source -> ((Source) source).name())
                .orElse(code));
    }

    /** The address of the list. */
    static String address(String cpc, Asked asked, int page) {
        UriBuilder address = UriBuilder.fromPath("/portals/" + cpc + "/opt-outs");
        if (page > 0) {
            address.queryParam("page", page);
        }
        if (asked.one()) {
            address.queryParam("by", asked.kind().word()).queryParam("contact", "{contact}");
            return address.build(asked.contact()).toString();
        }
        return address.build().toString();
    }
}
