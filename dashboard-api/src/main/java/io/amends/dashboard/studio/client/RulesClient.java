package io.amends.dashboard.studio.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestAccepted;
import io.amends.contracts.api.BacktestQuestion;
import io.amends.contracts.api.CaughtCases;
import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.Publication;
import io.amends.contracts.api.RuleSetComparison;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.contracts.api.WordedRules;
import io.amends.dashboard.client.InTheName;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.language.InPageLanguage;
import io.amends.kit.page.Page;
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
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** recovery-rules, as far as the studio needs it. */
@RegisterRestClient(configKey = "rules")
@RegisterProvider(InTheName.class)
@RegisterProvider(InPageLanguage.class)
@ClientHeaderParam(name = "Authorization", value = "Bearer ${amends.api-key}")
@Path("/v1/portals/{cpc}")
@Produces(MediaType.APPLICATION_JSON)
public interface RulesClient {
    /** The draft's JSON as text, since no number may change on the way; its ETag beside it. */
    @GET
    @Path("/rule-set/draft")
    Response draft(@PathParam("cpc") String cpc);

    @PUT
    @Path("/rule-set/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    Response save(@PathParam("cpc") String cpc, @HeaderParam("If-Match") String seen, String ruleSet);

    @GET
    @Path("/rule-set/draft/words")
    WordedRules draftInWords(@PathParam("cpc") String cpc);

    @GET
    @Path("/rule-set/draft/forecast")
    DraftForecast forecast(@PathParam("cpc") String cpc);

    @POST
    @Path("/rule-set/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    RuleSetVersion publish(@PathParam("cpc") String cpc, @HeaderParam("If-Match") String seen, Publication publication);

    @GET
    @Path("/rule-set/versions")
    Page<RuleSetVersion> versions(
            @PathParam("cpc") String cpc, @QueryParam("page") int page, @QueryParam("size") int size);

    /** The version with its rules, as text. */
    @GET
    @Path("/rule-set/versions/{version}")
    String version(@PathParam("cpc") String cpc, @PathParam("version") long version);

    @GET
    @Path("/rule-set/versions/{version}/words")
    WordedRules versionInWords(@PathParam("cpc") String cpc, @PathParam("version") long version);

    @POST
    @Path("/rule-set/versions/{version}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    RuleSetVersion rollBack(
            @PathParam("cpc") String cpc,
            @PathParam("version") long version,
            @HeaderParam("If-Match") String newestSeen,
            Publication publication);

    @GET
    @Path("/rule-set/compare")
    RuleSetComparison compare(
            @PathParam("cpc") String cpc, @QueryParam("from") String from, @QueryParam("to") String to);

    @GET
    @Path("/rule-set/caught")
    CaughtCases caught(@PathParam("cpc") String cpc, @QueryParam("days") int days);

    @POST
    @Path("/rule-set/backtest")
    @Consumes(MediaType.APPLICATION_JSON)
    BacktestAccepted backtest(@PathParam("cpc") String cpc, BacktestQuestion question);

    /** Each by itself, for {@link RulesService#readable}. */
    @GET
    @Path("/rule-set/backtests")
    Page<JsonNode> backtests(@PathParam("cpc") String cpc, @QueryParam("size") int size);

    @GET
    @Path("/rule-set/backtests/{id}")
    Backtest backtest(@PathParam("cpc") String cpc, @PathParam("id") String id);

    /** A page of the cases that are kept. */
    @GET
    @Path("/rule-set/backtests/{id}/cases")
    Page<Backtest.Example> cases(
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
    ExplainedDecision explain(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") String responseId,
            @QueryParam("rule") @Nullable String rule);

    /** What recovery-rules refuses becomes an exception that says what, where and why. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusedCall.of(response);
    }
}
