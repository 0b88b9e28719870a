package io.amends.rules.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.Publication;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.RulesTag;
import io.amends.contracts.directory.Measure;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.JsonBody;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.words.ReaderLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A portal's rules: the draft, publishing it, and the versions published (B7). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/rule-set")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RuleSetResource {
    /** Leaves room for the event around it within the topic's largest record. */
    private static final int MAX_BYTES = 15 * 1024 * 1024;

    private static final String REFUSED = "These rules cannot be used.";

    private final DirectoryView directory;
    private final RuleSetStore store;
    private final RuleBooks books;
    private final PublishCheck publishCheck;
    private final Caller caller;

    RuleSetResource(
            DirectoryView directory, RuleSetStore store, RuleBooks books, PublishCheck publishCheck, Caller caller) {
        this.directory = directory;
        this.store = store;
        this.books = books;
        this.publishCheck = publishCheck;
        this.caller = caller;
    }

    /** What was published, with a sentence for everything that its publisher should know; none keeps silent. */
    public record Published(
            @JsonUnwrapped RuleSetVersion about, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}

    /** The draft; where nobody edits, what is published. */
    @GET
    @Path("/draft")
    public Response draft(@PathParam("cpc") String cpc) {
        directory.require(cpc);
        return answer(store.draft(cpc));
    }

    /** Saves the draft. Once somebody has begun to edit, a PUT names the ETag it saw: 428 without, 412 if it is old. */
    @Needs(value = Scope.RULES_WRITE, may = Permission.DRAFT_RULES)
    @PUT
    @Path("/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("cpc") String cpc, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        directory.require(cpc);
        if (body.length > MAX_BYTES) {
            throw Problem.of(413, "Content too large", "A rule set has at most " + MAX_BYTES + " bytes.");
        }
        check(cpc, body);
        if (ifMatch == null && store.editing(cpc)) {
            throw Problem.of(428, "Precondition required", "Somebody is editing. Send If-Match with the ETag you saw.");
        }
        return store.save(cpc, new String(body, UTF_8), tag(ifMatch), caller.signature())
                .map(RuleSetResource::answer)
                .orElseThrow(RuleSetResource::changed);
    }

    /**
     * Publishes the draft as the next version. Who names the ETag they saw publishes that draft or none: 412. Who names none
     * publishes what they have edited last themselves, and nobody else's: 428.
     */
    @Needs(value = Scope.RULES_WRITE, may = Permission.PUBLISH_RULES)
    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(
            @PathParam("cpc") String cpc,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @Nullable Publication publication) {
        directory.require(cpc);
        String reason = reason(publication);
        TaggedRules draft = store.draft(cpc);
        if (tag(ifMatch).filter(seen -> !seen.equals(draft.tag())).isPresent()) {
            throw changed();
        }
        if (!draft.edited()) {
            throw Problem.conflict("There is no draft to publish: nothing was changed since the last version.");
        }
        if (ifMatch == null && !Objects.equals(draft.key(), caller.signature().key())) {
            throw Problem.of(
                    428,
                    "Precondition required",
                    "Somebody else has edited last. Send If-Match with the ETag you saw.");
        }
        return published(cpc, draft, reason, ReaderLanguage.of(accepted));
    }

    /** All versions, newest first. */
    @GET
    @Path("/versions")
    public Page<RuleSetVersion> versions(
            @PathParam("cpc") String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        List<RuleSetVersion> all = store.versions(cpc);
        List<RuleSetVersion> shown =
                all.stream().skip(asked.offset()).limit(asked.size()).toList();
        return new Page<>(shown, asked.page(), asked.size(), all.size());
    }

    /** One version with its rules, and the ETag by which a rollback names what it saw in force. */
    @GET
    @Path("/versions/{version}")
    public Response version(@PathParam("cpc") String cpc, @PathParam("version") long version) {
        directory.require(cpc);
        RuleSetVersion about = store.about(cpc, version).orElseThrow(() -> unknown(version));
        ObjectNode answer = Json.MAPPER.valueToTree(about);
        String written =
                store.byName(cpc, version).orElseThrow(() -> unknown(version)).json();
        answer.set("ruleSet", RuleSetStore.asWritten(written));
        return Response.ok((JsonNode) answer)
                .tag(new EntityTag(RulesTag.version(version)))
                .build();
    }

    /**
     * Rolls back: publishes an old version as the next one. Who names the ETag of the newest version that they saw goes back
     * from that one or not at all: 412. Where the same rules are in force already there is no new version: 200 with the one
     * in force, so that asking twice goes back once.
     */
    @Needs(value = Scope.RULES_WRITE, may = Permission.PUBLISH_RULES)
    @POST
    @Path("/versions/{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rollBack(
            @PathParam("cpc") String cpc,
            @PathParam("version") long version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @Nullable Publication publication) {
        directory.require(cpc);
        String old =
                store.byName(cpc, version).orElseThrow(() -> unknown(version)).json();
        String given = publication == null ? null : publication.reason();
        String reason = given == null || StorableText.blank(given) ? "Back to version " + version : reason(publication);
        RuleBook ready = RuleBook.of(0, check(cpc, old.getBytes(UTF_8)));
        RuleSetStore.InForce back = store.rollBack(cpc, version, tag(ifMatch), caller.signature(), reason)
                .orElseThrow(() -> Problem.of(
                        412, "Precondition failed", "Another version has been published since the one that you saw."));
        return decides(back.fresh() ? 201 : 200, cpc, back.version(), ready, ReaderLanguage.of(accepted));
    }

    private Response published(String cpc, TaggedRules draft, String reason, Locale reader) {
        RuleBook ready = RuleBook.of(0, check(cpc, draft.ruleSet().getBytes(UTF_8)));
        long version = store.publish(cpc, draft, caller.signature(), reason).orElseThrow(RuleSetResource::changed);
        return decides(201, cpc, version, ready, reader);
    }

    /**
     * This instance decides by the version as soon as it is stored, and does not read it once more from its topic as the
     * others do. The warnings come after publishing: they hold nothing back.
     */
    private Response decides(int status, String cpc, long version, RuleBook ready, Locale reader) {
        books.put(cpc, ready.withVersion(version));
        RuleSetVersion about = store.about(cpc, version).orElseThrow(() -> unknown(version));
        return Response.status(status)
                .entity(new Published(about, publishCheck.warnings(cpc, ready.rules(), reader)))
                .build();
    }

    private RuleSet check(String cpc, byte[] ruleSet) {
        Map<String, Measure> measures = directory.require(cpc).portal().measures();
        RuleSetReader.Result read = JsonBody.read(ruleSet, REFUSED, json -> RuleSetReader.read(json, measures));
        if (read instanceof RuleSetReader.Result.Good good) {
            return good.rules();
        }
        throw Problem.badRequest(REFUSED, ((RuleSetReader.Result.Wrong) read).errors());
    }

    private static String reason(@Nullable Publication publication) {
        String reason = publication == null ? null : publication.reason();
        String fault = StatedReason.fault(reason);
        if (fault != null) {
            throw Problem.badRequest("Say why.", List.of(new Reason("/reason", fault)));
        }
        return String.valueOf(reason);
    }

    private static Optional<String> tag(@Nullable String ifMatch) {
        return Optional.ofNullable(ifMatch).map(tag -> tag.replace("\"", ""));
    }

    private static Problem changed() {
        return Problem.of(412, "Precondition failed", "Somebody else has changed this draft since you read it.");
    }

    private static Response answer(TaggedRules draft) {
        return Response.ok(draft.ruleSet()).tag(new EntityTag(draft.tag())).build();
    }

    private static Problem unknown(long version) {
        return Problem.notFound("There is no version " + version + " of these rules.");
    }
}
