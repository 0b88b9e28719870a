package io.amends.dashboard.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.dashboard.neighbour.Refused;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.recovery.dialog.Opening;
import io.amends.dashboard.recovery.dialog.Position;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Finds what the dialog shows: the responses of a report as alerting holds them, or of an address (D3, D4). */
@ApplicationScoped
class Dialogs {
    private final NotesClient notes;
    private final DigestsClient digests;
    private final Words words;

    Dialogs(@RestClient NotesClient notes, @RestClient DigestsClient digests, Words words) {
        this.notes = notes;
        this.digests = digests;
        this.words = words;
    }

    /** What was found. */
    sealed interface Found {
        /** A response, and where it stands among the others. */
        record Here(NotesClient.Item item, Position position, @Nullable String recipient) implements Found {}

        /** Nothing, and why (D4). */
        record Nowhere(String cause, @Nullable String location, @Nullable Position position) implements Found {}
    }

    /** The response of an opening at a position. */
    Found find(Opening opening, @Nullable String at) {
        try {
            return opening instanceof Opening.ByLink link ? byLink(link, at) : byTwo((Opening.ByTwo) opening, at);
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", words.away());
        }
    }

    private Found byLink(Opening.ByLink link, @Nullable String at) {
        JsonNode digest = digest(link);
        List<String> held = new ArrayList<>();
        digest.path("items").forEach(i -> held.add(i.path("responseId").asText()));
        List<String> open = link.wholeReport()
                ? held
                : held.stream().filter(link.link().response()::equals).toList();
        if (open.isEmpty()) {
            throw Problem.forbidden(words.linkForged());
        }
        Position position = Position.at(at, open);
        String recipient = digest.path("contactName").asText(null);
        try {
            String group = groupOf(digest, position.responseId());
            NotesClient.Recovery found = notes.find(link.cpc(), group, null, null, List.of(position.responseId()));
            return found.items().isEmpty()
                    ? nowhere(found, position)
                    : new Found.Here(found.items().get(0), position, recipient);
        } catch (Refused e) {
            return nowhere(e, position);
        }
    }

    /** The support group that a report's response was listed for, so that one that moved since is said to have moved (D4). */
    private static @Nullable String groupOf(JsonNode digest, String responseId) {
        for (JsonNode item : digest.path("items")) {
            if (item.path("responseId").asText().equals(responseId)) {
                return item.path("supportGroup").asText(null);
            }
        }
        return null;
    }

    /** The report of a link. A link of another portal or recipient opens nothing. */
    private JsonNode digest(Opening.ByLink link) {
        try {
            JsonNode digest = digests.digest(link.link().digestId());
            boolean same = digest.path("portal").asText().equals(link.cpc())
                    && digest.path("contactId").asText().equals(link.link().contactId());
            if (same) {
                return digest;
            }
        } catch (Refused e) {
            if (e.status() != 404) {
                throw Problem.of(503, "Service unavailable", words.away());
            }
        }
        throw Problem.forbidden(words.linkForged());
    }

    private Found byTwo(Opening.ByTwo two, @Nullable String at) {
        try {
            NotesClient.Recovery found = notes.find(two.cpc(), two.rgid(), two.date(), two.tid(), List.of());
            List<String> ids =
                    found.items().stream().map(NotesClient.Item::responseId).toList();
            if (ids.isEmpty()) {
                return nowhere(found, null);
            }
            Position position = Position.at(at, ids);
            return new Found.Here(found.items().get(position.number() - 1), position, null);
        } catch (Refused e) {
            if (e.status() == 400) {
                throw Problem.badRequest(String.valueOf(e.getMessage()), List.of());
            }
            return nowhere(e, null);
        }
    }

    private static Found nowhere(NotesClient.Recovery found, @Nullable Position position) {
        if (found.missing() == null || found.missing().isEmpty()) {
            return new Found.Nowhere("NONE", null, position);
        }
        NotesClient.Missing first = found.missing().get(0);
        return new Found.Nowhere(first.cause() == null ? "NONE" : first.cause(), first.location(), position);
    }

    private Found nowhere(Refused refused, @Nullable Position position) {
        if (refused.status() != 404) {
            throw Problem.of(503, "Service unavailable", words.away());
        }
        String cause = refused.field("cause");
        return new Found.Nowhere(cause == null ? "NONE" : cause, refused.field("location"), position);
    }
}
