package io.amends.dashboard.recovery;

import io.amends.contracts.api.DigestDetail;
import io.amends.contracts.api.MissingCause;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.recovery.core.Cause;
import io.amends.dashboard.recovery.core.Opening;
import io.amends.dashboard.recovery.core.Position;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the dialog shows: the responses of a report as alerting holds them, or of an address (D3, D4). Who reads gets
 * the first response where none is named; who writes gets exactly the one that they name, or none.
 */
@ApplicationScoped
class Dialogs {
    private static final Whereabouts NEVER_HERE = new Whereabouts.MissingResponse(Cause.NONE, null, null, null);

    private final Openings openings;
    private final NotesClient notes;
    private final DigestsClient digests;
    private final Directory directory;
    private final RecoveryMessages messages;
    private final LayoutMessages layout;

    Dialogs(
            Openings openings,
            @RestClient NotesClient notes,
            @RestClient DigestsClient digests,
            Directory directory,
            RecoveryMessages messages,
            LayoutMessages layout) {
        this.openings = openings;
        this.notes = notes;
        this.digests = digests;
        this.directory = directory;
        this.messages = messages;
        this.layout = layout;
    }

    /** The response of an opening at a position, for reading. */
    Whereabouts find(Opening opening, @Nullable String at) {
        return reached(() -> {
            if (opening instanceof Opening.ByLink link) {
                LinkedDigest linked = linked(link);
                return byLink(link, linked, Position.at(at, linked.open()));
            }
            return byTwo((Opening.ByTwo) opening, at);
        });
    }

    /** Exactly the response that is named, for writing: never another one, whatever the opening shows first. */
    Whereabouts named(Opening opening, @Nullable String response) {
        return reached(() -> {
            if (opening instanceof Opening.ByLink link) {
                LinkedDigest linked = linked(link);
                Optional<Position> position = Position.exactly(response, linked.open());
                return position.isEmpty() ? NEVER_HERE : byLink(link, linked, position.get());
            }
            return response == null || response.isBlank() ? NEVER_HERE : namedByTwo((Opening.ByTwo) opening, response);
        });
    }

    private Whereabouts reached(Supplier<Whereabouts> search) {
        try {
            return search.get();
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.away());
        }
    }

    /**
     * The report that a link leads to, as alerting holds it.
     *
     * @param open the responses of it that the link opens, at least one
     */
    private record LinkedDigest(DigestDetail digest, List<String> open) {
        /** The support group that a response was listed for, so that one that moved since is said to have moved (D4). */
        @Nullable
        String groupOf(String responseId) {
            return digest.items().stream()
                    .filter(item -> item.responseId().equals(responseId))
                    .map(DigestDetail.Item::supportGroup)
                    .findFirst()
                    .orElse(null);
        }
    }

    private Whereabouts byLink(Opening.ByLink link, LinkedDigest linked, Position position) {
        Whereabouts found = reported(link.cpc(), linked, position);
        return found instanceof Whereabouts.MissingResponse gone && gone.location() != null
                ? gone.at(theirs(link, linked, position))
                : found;
    }

    /**
     * Where a response of a report is now, for whoever may see that in their own right; null for others, since a link does not
     * lead out of its report.
     */
    private @Nullable String theirs(Opening.ByLink link, LinkedDigest linked, Position position) {
        return openings.inOwnRight(link)
                        && openings.themselves(link, () -> reported(link.cpc(), linked, position))
                                instanceof Whereabouts.MissingResponse gone
                ? gone.location()
                : null;
    }

    private Whereabouts reported(String cpc, LinkedDigest linked, Position position) {
        String responseId = position.responseId();
        try {
            Recovery found = notes.find(cpc, linked.groupOf(responseId), null, null, List.of(responseId));
            return found.items().isEmpty()
                    ? nowhere(found, responseId, position)
                    : new Whereabouts.ListedResponse(
                            found.items().get(0), position, linked.digest().contactName());
        } catch (RefusedCall e) {
            return nowhere(e, responseId, position);
        }
    }

    private LinkedDigest linked(Opening.ByLink link) {
        DigestDetail digest = digest(link);
        List<String> held =
                digest.items().stream().map(DigestDetail.Item::responseId).toList();
        List<String> open = link.link().opens(held);
        if (open.isEmpty()) {
            throw Problem.forbidden(messages.linkForged());
        }
        openings.opens(
                link,
                digest.items().stream()
                        .filter(item -> open.contains(item.responseId()))
                        .map(DigestDetail.Item::supportGroup)
                        .collect(Collectors.toSet()));
        return new LinkedDigest(digest, open);
    }

    /** The report of a link. A link of another portal or recipient opens nothing, nor does one whose recipient is gone. */
    private DigestDetail digest(Opening.ByLink link) {
        try {
            DigestDetail digest = digests.digest(link.link().digestId());
            boolean same = digest.portal().equals(link.cpc())
                    && digest.contactId().equals(link.link().contactId());
            if (same && !recipientIsThere(link)) {
                throw Problem.gone(messages.linkVoid());
            }
            if (same) {
                return digest;
            }
        } catch (RefusedCall e) {
            if (e.status() != 404) {
                throw Problem.of(503, "Service unavailable", layout.away());
            }
        }
        throw Problem.forbidden(messages.linkForged());
    }

    private boolean recipientIsThere(Opening.ByLink link) {
        return directory
                .codes(EntryType.CONTACT, link.cpc())
                .contains(link.link().contactId());
    }

    private Whereabouts byTwo(Opening.ByTwo two, @Nullable String at) {
        try {
            Recovery found = open(two);
            List<String> ids = ids(found);
            if (ids.isEmpty()) {
                return nowhere(found, null, null);
            }
            Position position = Position.at(at, ids);
            return new Whereabouts.ListedResponse(found.items().get(position.number() - 1), position, null);
        } catch (RefusedCall e) {
            return nowhere(clear(e), null, null);
        }
    }

    private Whereabouts namedByTwo(Opening.ByTwo two, String response) {
        try {
            Recovery found = open(two);
            String subject = found.items().stream()
                    .filter(item -> DialogSubject.ofCase(response, item))
                    .map(DialogSubject::of)
                    .findFirst()
                    .orElse(response);
            Optional<Position> position = Position.exactly(subject, ids(found));
            if (position.isPresent()) {
                return new Whereabouts.ListedResponse(
                        found.items().get(position.get().number() - 1), position.get(), null);
            }
        } catch (RefusedCall e) {
            if (clear(e).status() != 404) {
                throw Problem.of(503, "Service unavailable", layout.away());
            }
        }
        return elsewhere(two, response);
    }

    /** Where a response is that the address does not list. An older answer of the ticket that the address names is there. */
    private Whereabouts elsewhere(Opening.ByTwo two, String response) {
        try {
            Recovery found = notes.find(two.cpc(), null, null, null, List.of(response));
            if (found.items().isEmpty()) {
                return nowhere(found, response, null);
            }
            Recovery.Item item = found.items().get(0);
            if (two.names(item.supportGroup(), item.ticketId())) {
                return new Whereabouts.ListedResponse(item, Position.at(response, List.of(response)), null);
            }
            return new Whereabouts.MissingResponse(
                    two.namesAnotherGroup(item.supportGroup()) ? Cause.REASSIGNED : Cause.NOT_LISTED,
                    response,
                    NotesAddress.ofTicket(two.cpc(), item.supportGroup(), item.ticketId()),
                    null);
        } catch (RefusedCall e) {
            return nowhere(e, response, null);
        }
    }

    private Recovery open(Opening.ByTwo two) {
        return notes.find(two.cpc(), two.rgid(), two.date(), two.tid(), List.of());
    }

    private static List<String> ids(Recovery found) {
        return found.items().stream().map(DialogSubject::of).toList();
    }

    private static RefusedCall clear(RefusedCall refused) {
        if (refused.status() == 400) {
            throw Problem.badRequest(String.valueOf(refused.getMessage()), List.of());
        }
        return refused;
    }

    private static Whereabouts nowhere(Recovery found, @Nullable String responseId, @Nullable Position position) {
        if (found.missing().isEmpty()) {
            return nowhere(Cause.NONE, responseId, null, position);
        }
        Recovery.Missing first = found.missing().get(0);
        return nowhere(Cause.of(first.cause()), responseId, first.location(), position);
    }

    private Whereabouts nowhere(RefusedCall refused, @Nullable String responseId, @Nullable Position position) {
        if (refused.status() != 404) {
            throw Problem.of(503, "Service unavailable", layout.away());
        }
        return nowhere(
                Cause.of(MissingCause.named(refused.field("cause"))), responseId, refused.field("location"), position);
    }

    private static Whereabouts nowhere(
            Cause cause, @Nullable String responseId, @Nullable String location, @Nullable Position position) {
        return new Whereabouts.MissingResponse(cause, cause == Cause.NONE ? null : responseId, location, position);
    }
}
