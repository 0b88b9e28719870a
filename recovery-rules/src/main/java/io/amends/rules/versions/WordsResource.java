package io.amends.rules.versions;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.RuleSetComparison;
import io.amends.contracts.api.WordedRules;
import io.amends.contracts.directory.Contact;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.messages.Languages;
import io.amends.rules.words.Names;
import io.amends.rules.words.ReaderLanguage;
import io.amends.rules.words.RuleChanges;
import io.amends.rules.words.RuleMessages;
import io.amends.rules.words.RuleWords;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A portal's rules in the reader's words, and what differs between two of its rule sets (B7, C11). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/rule-set")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WordsResource {
    private final DirectoryView directory;
    private final RuleSetStore store;
    private final Caller caller;
    private final Function<Locale, RuleMessages> messages;

    WordsResource(DirectoryView directory, RuleSetStore store, Caller caller, @Any Instance<RuleMessages> messages) {
        this.messages = Languages.each(messages);
        this.caller = caller;
        this.directory = directory;
        this.store = store;
    }

    /** The draft; where nobody edits, what is published. */
    @GET
    @Path("/draft/words")
    public WordedRules draft(
            @PathParam("cpc") String cpc, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Names names = names(cpc);
        return new WordedRules(new RuleWords(messages(accepted), names)
                .of(store.draftByName(cpc).rules()));
    }

    /** One version. */
    @GET
    @Path("/versions/{version}/words")
    public WordedRules version(
            @PathParam("cpc") String cpc,
            @PathParam("version") long version,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Names names = names(cpc);
        NamedRules rules = store.byName(cpc, version).orElseThrow(() -> unknown(version));
        return new WordedRules(new RuleWords(messages(accepted), names).of(rules.rules()));
    }

    /** Compares two of {@code published}, {@code draft} and version numbers; without them the draft with what is published. */
    @GET
    @Path("/compare")
    public RuleSetComparison compare(
            @PathParam("cpc") String cpc,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Names names = names(cpc);
        NamedRules before = named(cpc, from == null ? "published" : from, "?from");
        NamedRules now = named(cpc, to == null ? "draft" : to, "?to");
        return new RuleSetComparison(
                before.name(),
                now.name(),
                new RuleChanges(messages(accepted), names).between(before.rules(), now.rules()));
    }

    private RuleMessages messages(@Nullable String accepted) {
        return messages.apply(ReaderLanguage.of(accepted));
    }

    private Names names(String cpc) {
        PortalDirectory portal = directory.require(cpc);
        return new Names(portal.groups(), portal.segments(), seen(portal, caller.sight(cpc, Permission.SEE_DIRECTORY)));
    }

    /** The contacts that the caller sees in the directory: of those of other groups a lead reads the codes (H1). */
    private static Map<String, Contact> seen(PortalDirectory portal, Sight sight) {
        if (sight.all()) {
            return portal.contacts();
        }
        Map<String, Contact> seen = new HashMap<>(portal.contacts());
        seen.keySet()
                .removeIf(code -> !code.equals(sight.contact())
                        && portal.groups().entrySet().stream()
                                .noneMatch(group -> sight.shows(group.getKey())
                                        && group.getValue().people().contains(code)));
        return seen;
    }

    private NamedRules named(String cpc, String asked, String pointer) {
        return switch (asked) {
            case "draft" -> store.draftByName(cpc);
            case "published" -> store.publishedByName(cpc);
            default -> {
                long version = number(asked, pointer);
                yield store.byName(cpc, version).orElseThrow(() -> unknown(version));
            }
        };
    }

    private static long number(String asked, String pointer) {
        try {
            return Long.parseLong(asked);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(
                    "That cannot be compared.",
                    List.of(new Reason(pointer, "must be published, draft or the number of a version")));
        }
    }

    private static Problem unknown(long version) {
        return Problem.notFound("There is no version " + version + " of these rules.");
    }
}
