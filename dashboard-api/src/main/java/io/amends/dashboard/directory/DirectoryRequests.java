package io.amends.dashboard.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.EntryRules.Checked;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.directory.core.References;
import io.amends.dashboard.directory.core.Thresholds;
import io.amends.kit.access.Caller;
import io.amends.kit.egress.TargetRule;
import io.amends.kit.egress.TargetRule.TargetRefused;
import io.amends.kit.http.IfMatch;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the directory answers, the same for portals and for what is in them, by the API and on pages (F6). Who sees the
 * directory of their own groups alone sees portal, groups and segments, and of the contacts those of their groups and
 * themselves (H1).
 */
@ApplicationScoped
public class DirectoryRequests {
    private final Directory directory;
    private final Usage usage;
    private final Caller caller;
    private final TargetRule targets;

    DirectoryRequests(Directory directory, Usage usage, Caller caller, TargetRule targets) {
        this.directory = directory;
        this.usage = usage;
        this.caller = caller;
        this.targets = targets;
    }

    Response put(EntryType type, String portal, String code, @Nullable String ifMatch, @Nullable JsonNode sent) {
        Saved saved = save(type, portal, code, new IfMatch(ifMatch), sent);
        return Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
                .tag(new EntityTag(saved.entry().tag()))
                .entity(saved.entry().shown(saved.warnings()))
                .build();
    }

    /**
     * What became of an entry that was sent.
     *
     * @param created whether there was none
     * @param warnings what may not be what was meant
     */
    public record Saved(boolean created, StoredEntry entry, List<Reason> warnings) {}

    /**
     * Stores an entry, whichever door it came in by.
     *
     * @throws Problem 400 with what is wrong with it, 404 without the portal, 412 if another version than this is there
     */
    public Saved save(EntryType type, String portal, String code, IfMatch seen, @Nullable JsonNode sent) {
        if (!EntryRules.isCode(code)) {
            throw Problem.badRequest(
                    "A code has 1 to 64 letters, digits, dots, hyphens and underscores.",
                    List.of(new Reason("", "the code in the address is not valid")));
        }
        if (type != EntryType.PORTAL) {
            requirePortal(portal);
        }
        Checked.Ok taken = taken(type, sent == null ? NullNode.getInstance() : sent);
        requireCallable(type, taken.entry());
        EntryChanges.Result put = directory.put(type, portal, code, taken.entry(), seen);
        Checked.Ok stored = new Checked.Ok(put.entry(), taken.warnings());
        return new Saved(
                put.created(), new StoredEntry(type, portal, code, stored, put.tag()), warnings(portal, taken));
    }

    /**
     * Stores entries that were checked, all of them or none.
     *
     * @throws Problem 404 without the portal, 412 if of one of them another version is there than was seen
     */
    public void saveAll(EntryType type, String portal, List<CheckedEntry> entries) {
        requirePortal(portal);
        directory.putAll(type, portal, entries);
    }

    private static Problem notSaved(EntryType type, List<Reason> reasons) {
        return Problem.badRequest("This " + type.word() + " cannot be saved.", reasons);
    }

    /**
     * What an entry's address leads to may have to be a public one, which the entry alone does not know. One that is
     * switched off calls nobody, and can be switched off whatever may be called by now.
     *
     * @throws Problem 400 if it must not be called
     */
    private void requireCallable(EntryType type, Record entry) {
        if (entry instanceof Source source && source.active() && source.baseUrl() != null) {
            try {
                targets.checkWritten(URI.create(source.baseUrl()));
            } catch (TargetRefused e) {
                throw notSaved(type, List.of(new Reason("/api/baseUrl", "is not called: " + e.getMessage())));
            }
        }
    }

    private static Checked.Ok taken(EntryType type, JsonNode sent) {
        Checked checked = EntryRules.check(type, sent);
        if (checked instanceof Checked.Ok ok) {
            return ok;
        }
        throw notSaved(type, checked.reasons());
    }

    private List<Reason> warnings(String portal, Checked.Ok taken) {
        List<Reason> warnings = new ArrayList<>(taken.warnings());
        Map<EntryType, Set<String>> known = new EnumMap<>(EntryType.class);
        warnings.addAll(References.missing(
                taken.entry(), type -> known.computeIfAbsent(type, asked -> directory.codes(asked, portal))));
        directory.portal(portal).ifPresent(of -> warnings.addAll(Thresholds.offScale(taken.entry(), of)));
        return warnings;
    }

    RestResponse<ObjectNode> get(EntryType type, String portal, String code) {
        StoredEntry stored = directory
                .find(type, portal, code, caller.sight(portal, Permission.SEE_DIRECTORY))
                .orElseThrow(() -> unknown(type, code));
        return RestResponse.ResponseBuilder.ok(stored.shown())
                .tag(new EntityTag(stored.tag()))
                .build();
    }

    void delete(EntryType type, String portal, String code, @Nullable String ifMatch) {
        delete(type, portal, code, new IfMatch(ifMatch));
    }

    /**
     * Deletes an entry, whichever door it was asked at.
     *
     * @throws Problem 404 if there is none, 409 while something needs it, 412 if another version than this is there
     */
    public void delete(EntryType type, String portal, String code, IfMatch seen) {
        if (!directory.codes(type, portal).contains(code)) {
            throw unknown(type, code);
        }
        requireNoResponses(type, portal, code);
        if (!directory.delete(type, portal, code, seen)) {
            throw unknown(type, code);
        }
    }

    /**
     * Lets nothing pass that survey responses need.
     *
     * @throws Problem 409 where there is one, 503 where that cannot be asked
     */
    public void requireNoResponses(EntryType type, String portal, String code) {
        switch (type) {
            case PORTAL, GROUP, SEGMENT -> usage.requireNone(type, portal, code);
            case CONTACT, REGION, CALENDAR, SOURCE, CHANNEL -> {
                // No response needs it.
            }
        }
    }

    /** Those entries of a type in a portal that the caller may see. */
    Page<ObjectNode> list(EntryType type, String portal, PageRequest page) {
        return list(
                directory.all(type, portal, caller.sight(portal, Permission.SEE_DIRECTORY)), page, StoredEntry::shown);
    }

    /** The portals that exist for the caller; of those whose settings they may not see, code and name. */
    Page<ObjectNode> portals(PageRequest page) {
        List<StoredEntry> existing = directory.all(EntryType.PORTAL, null).stream()
                .filter(portal -> caller.may(portal.code()))
                .toList();
        return list(
                existing,
                page,
                portal -> caller.may(portal.code(), Permission.SEE_DIRECTORY, Matter.PORTAL)
                        ? portal.shown()
                        : portal.named());
    }

    private static Page<ObjectNode> list(
            List<StoredEntry> entries, PageRequest page, Function<StoredEntry, ObjectNode> shown) {
        List<ObjectNode> items = entries.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(shown)
                .toList();
        return new Page<>(items, page.page(), page.size(), entries.size());
    }

    void requirePortal(String portal) {
        if (!directory.codes(EntryType.PORTAL, portal).contains(portal)) {
            throw unknown(EntryType.PORTAL, portal);
        }
    }

    private static Problem unknown(EntryType type, String code) {
        return type == EntryType.PORTAL
                ? Problem.noPortal(code)
                : Problem.notFound("There is no " + type.word() + " '" + code + "'.");
    }
}
