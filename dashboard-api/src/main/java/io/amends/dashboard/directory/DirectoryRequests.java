package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.dashboard.directory.rules.EntryRules;
import io.amends.dashboard.directory.rules.EntryType;
import io.amends.dashboard.directory.rules.References;
import io.amends.dashboard.responses.ResponseTable;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the directory answers, the same for portals and for what is in them. */
@ApplicationScoped
class DirectoryRequests {
    private final Directory directory;
    private final ResponseTable responses;

    DirectoryRequests(Directory directory, ResponseTable responses) {
        this.directory = directory;
        this.responses = responses;
    }

    Response put(EntryType type, String portal, String code, @Nullable JsonNode sent) {
        if (!EntryRules.isCode(code)) {
            throw Problem.badRequest(
                    "A code has 1 to 64 letters, digits, dots, hyphens and underscores.",
                    List.of(new Reason("", "the code in the path is none")));
        }
        if (type != EntryType.PORTAL) {
            requirePortal(portal);
        }
        EntryRules.Checked checked = sent == null
                ? new EntryRules.Checked.Wrong(List.of(new Reason("", "must be a JSON object")))
                : EntryRules.check(type, sent);
        if (checked instanceof EntryRules.Checked.Wrong wrong) {
            throw Problem.badRequest("This " + type.word() + " cannot be taken.", wrong.reasons());
        }
        StoredEntry entry = new StoredEntry(type, portal, code, ((EntryRules.Checked.Ok) checked).entry());
        boolean created = directory.put(entry);
        List<Reason> warnings = References.missing(entry.entry(), directory.codes(EntryType.CONTACT, portal));
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(entry.shown(warnings))
                .build();
    }

    ObjectNode get(EntryType type, String portal, String code) {
        return directory
                .find(type, portal, code)
                .orElseThrow(() -> unknown(type, code))
                .shown();
    }

    void delete(EntryType type, String portal, String code) {
        boolean inUse =
                switch (type) {
                    case PORTAL -> responses.anyIn(portal, null);
                    case GROUP -> responses.anyIn(portal, code);
                    case CONTACT, SEGMENT -> false;
                };
        if (inUse) {
            throw Problem.conflict("The " + type.word() + " " + code + " has survey responses, so it stays.");
        }
        if (!directory.delete(type, portal, code)) {
            throw unknown(type, code);
        }
    }

    Page<ObjectNode> list(List<StoredEntry> entries, PageRequest page) {
        List<ObjectNode> items = entries.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(StoredEntry::shown)
                .toList();
        return new Page<>(items, page.page(), page.size(), entries.size());
    }

    void requirePortal(String portal) {
        if (directory.portal(portal).isEmpty()) {
            throw unknown(EntryType.PORTAL, portal);
        }
    }

    private static Problem unknown(EntryType type, String code) {
        return Problem.notFound("There is no " + type.word() + " " + code + ".");
    }
}
