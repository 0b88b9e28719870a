package io.amends.dashboard.studio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.BacktestState;
import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.Verdict;
import io.amends.dashboard.neighbour.Refused;
import io.amends.kit.access.AccessFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** recovery-rules, as far as the studio needs it. */
@RegisterRestClient(configKey = "rules")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}")
@Produces(MediaType.APPLICATION_JSON)
public interface RulesClient {
    /** Rules in words. */
    record Worded(List<WordedRule> rules) {}

    /** One rule in words. */
    record WordedRule(String name, String when, String then) {}

    /** Published versions, newest first. */
    record Versions(List<Version> items, int page, int size, long total) {}

    /**
     * A published version, without its rules.
     *
     * @param draft the tag of what was published as it; null for old ones
     */
    record Version(long version, String author, Instant publishedAt, String reason, @Nullable String draft) {}

    /** What two rule sets differ in. */
    record Compared(List<Change> changes) {}

    /** One difference. */
    record Change(String rule, RuleChange change, String sentence) {}

    /** How much the draft would flag. */
    record Forecast(int days, long judged, long before, long after, boolean warns, @Nullable String sentence) {}

    /** What rules caught. */
    record Caught(int days, List<CaughtRule> rules) {}

    /** What one rule caught. */
    record CaughtRule(String name, long caught, @Nullable CaughtSince since) {}

    /** What a rule caught since a version made it what it is. */
    record CaughtSince(Instant publishedAt, long caught) {}

    /** Why something is published. */
    record Publication(String reason) {}

    /** What is asked of a backtest; both days are included. Judges the stored draft without a version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(LocalDate from, LocalDate to, @Nullable Long version) {}

    /** A backtest that was taken. */
    record Taken(String backtestId) {}

    /** Backtests, newest first. */
    record Backtests(List<JsonNode> items, int page, int size, long total) {
        private static final Logger LOG = Logger.getLogger(Backtests.class);

        /** Those that can be read, each by itself: one that cannot hides no other. */
        List<Backtest> readable() {
            return items.stream().flatMap(Backtests::read).toList();
        }

        private static Stream<Backtest> read(JsonNode run) {
            try {
                return Stream.of(Json.MAPPER.treeToValue(run, Backtest.class));
            } catch (JsonProcessingException e) {
                LOG.warnf(
                        "backtest %s cannot be read, and is left out of the list",
                        run.path("backtestId").asText());
                return Stream.empty();
            }
        }
    }

    /**
     * A backtest, how far it is, and once it is done what it found.
     *
     * @param tag the tag of the draft, or version, that it judged; null for rules that are not stored, and for old ones
     */
    record Backtest(
            String backtestId,
            BacktestState state,
            @Nullable Double progress,
            @Nullable Integer queued,
            @Nullable String author,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Instant from,
            Instant to,
            String rules,
            @Nullable String tag,
            long read,
            long judged,
            @Nullable Instant heldFrom,
            @Nullable String note,
            @Nullable String error,
            @Nullable Cases gained,
            @Nullable Cases lost,
            @Nullable Cases kept,
            @Nullable List<DayLoad> byGroupAndDay,
            @Nullable List<Share> byScore,
            @Nullable List<Share> byContactChoice,
            @Nullable List<RuleShare> byRule) {}

    /** Candidates, some of them to look at. */
    record Cases(long count, @Nullable List<Example> examples) {}

    /** A response that was judged twice. */
    record Example(
            String responseId,
            @Nullable String ticketId,
            @Nullable String supportGroup,
            Instant submittedAt,
            @Nullable BigDecimal overall,
            @Nullable ContactChoice contactChoice,
            @Nullable String comment,
            @Nullable Judged before,
            @Nullable Judged after,
            @Nullable List<String> rules) {}

    /** What was decided about an example. */
    record Judged(
            RecoveryDecided.Kind kind,
            RecoveryDecided.Contact contact,
            @Nullable Integer priority,
            RecoveryDecided.@Nullable Alert alert,
            @Nullable String summary) {}

    /** Candidates of a group on a local day. */
    record DayLoad(@Nullable String supportGroup, LocalDate day, @Nullable Integer cap, long before, long after) {}

    /** Candidates with a score or a contact choice. */
    record Share(@Nullable String score, @Nullable ContactChoice contactChoice, long before, long after) {}

    /** What one rule does in a backtest. */
    record RuleShare(String name, long matched, long gained) {}

    /**
     * What was decided about a response, by which versions, and why.
     *
     * @param changes the smallest sets of changes that would make the one rule match that was asked about; else null
     * @param impossible whether nothing can make it match
     */
    record Explained(
            RecoveryDecided.Kind kind,
            RecoveryDecided.Contact contact,
            @Nullable Integer priority,
            RecoveryDecided.@Nullable Alert alert,
            @Nullable List<String> tags,
            boolean followUp,
            long ruleSetVersion,
            Instant decidedAt,
            RecoveryDecided.Explanation explanation,
            SurveyResponse response,
            @Nullable List<RuleVerdict> rules,
            @Nullable List<List<Needed>> changes,
            @Nullable Boolean impossible,
            @Nullable List<DecidedBy> versions) {
        /** What the rules say; empty where none decided. */
        List<RuleVerdict> verdicts() {
            return rules == null ? List.of() : rules;
        }
    }

    /** What a rule says about a response. */
    record RuleVerdict(String name, Verdict verdict, @Nullable List<ClauseVerdict> clauses) {}

    /** What a condition says about a response. */
    record ClauseVerdict(String pointer, @Nullable JsonNode value, Verdict verdict) {}

    /** One change to a response. */
    record Needed(@Nullable String pointer, @Nullable String attribute, @Nullable String sentence) {}

    /** One decision about a response. */
    record DecidedBy(
            long responseVersion,
            long ruleSetVersion,
            RecoveryDecided.Kind kind,
            Instant decidedAt,
            @Nullable String summary) {}

    /** The draft's JSON as text, since no number may change on the way; its ETag beside it. */
    @GET
    @Path("/rule-set/draft")
    Response draft(@PathParam("cpc") String cpc);

    @PUT
    @Path("/rule-set/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    Response save(
            @PathParam("cpc") String cpc,
            @HeaderParam("If-Match") String seen,
            @HeaderParam(AccessFilter.ON_BEHALF_OF) String onBehalfOf,
            String ruleSet);

    @GET
    @Path("/rule-set/draft/words")
    Worded draftInWords(@PathParam("cpc") String cpc);

    @GET
    @Path("/rule-set/draft/forecast")
    Forecast forecast(@PathParam("cpc") String cpc);

    @POST
    @Path("/rule-set/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    Version publish(
            @PathParam("cpc") String cpc,
            @HeaderParam("If-Match") String seen,
            @HeaderParam(AccessFilter.ON_BEHALF_OF) String onBehalfOf,
            Publication publication);

    @GET
    @Path("/rule-set/versions")
    Versions versions(@PathParam("cpc") String cpc, @QueryParam("page") int page, @QueryParam("size") int size);

    /** The version with its rules, as text. */
    @GET
    @Path("/rule-set/versions/{version}")
    String version(@PathParam("cpc") String cpc, @PathParam("version") long version);

    @GET
    @Path("/rule-set/versions/{version}/words")
    Worded versionInWords(@PathParam("cpc") String cpc, @PathParam("version") long version);

    @POST
    @Path("/rule-set/versions/{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    Version rollBack(
            @PathParam("cpc") String cpc,
            @PathParam("version") long version,
            @HeaderParam("If-Match") String newestSeen,
            @HeaderParam(AccessFilter.ON_BEHALF_OF) String onBehalfOf,
            Publication publication);

    @GET
    @Path("/rule-set/compare")
    Compared compare(@PathParam("cpc") String cpc, @QueryParam("from") String from, @QueryParam("to") String to);

    @GET
    @Path("/rule-set/caught")
    Caught caught(@PathParam("cpc") String cpc, @QueryParam("days") int days);

    @POST
    @Path("/rule-set/backtest")
    @Consumes(MediaType.APPLICATION_JSON)
    Taken backtest(
            @PathParam("cpc") String cpc, @HeaderParam(AccessFilter.ON_BEHALF_OF) String onBehalfOf, Question question);

    @GET
    @Path("/rule-set/backtests")
    Backtests backtests(@PathParam("cpc") String cpc, @QueryParam("size") int size);

    @GET
    @Path("/rule-set/backtests/{id}")
    Backtest backtest(@PathParam("cpc") String cpc, @PathParam("id") String id);

    /** A page of the cases that are kept. */
    record CasePage(List<Example> items, int page, int size, long total) {}

    @GET
    @Path("/rule-set/backtests/{id}/cases")
    CasePage cases(
            @PathParam("cpc") String cpc,
            @PathParam("id") String id,
            @QueryParam("side") String side,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @DELETE
    @Path("/rule-set/backtests/{id}")
    void cancel(@PathParam("cpc") String cpc, @PathParam("id") String id);

    @GET
    @Path("/responses/explanation")
    Explained explain(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") String responseId,
            @QueryParam("rule") @Nullable String rule);

    /** What recovery-rules refuses becomes an exception that says what, where and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return Refused.of(response);
    }
}
