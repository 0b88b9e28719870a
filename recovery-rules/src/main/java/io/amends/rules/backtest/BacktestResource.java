package io.amends.rules.backtest;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestAccepted;
import io.amends.contracts.api.BacktestState;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.rules.backtest.BacktestStore.BacktestOrder;
import io.amends.rules.backtest.core.Share;
import io.amends.rules.versions.NamedRules;
import io.amends.rules.versions.RuleSetStore;
import io.amends.rules.words.ReaderLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Backtests of a portal's rules: asked for, looked at, called off (B7). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/rule-set")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BacktestResource {
    private static final int MOST_OPEN = 20;

    private final DirectoryView directory;
    private final RuleSetStore rules;
    private final BacktestStore store;
    private final BacktestRunner runner;
    private final BacktestMetrics metrics;
    private final Caller caller;

    BacktestResource(
            DirectoryView directory,
            RuleSetStore rules,
            BacktestStore store,
            BacktestRunner runner,
            BacktestMetrics metrics,
            Caller caller) {
        this.directory = directory;
        this.rules = rules;
        this.store = store;
        this.runner = runner;
        this.metrics = metrics;
        this.caller = caller;
    }

    /** Puts a backtest into the queue: of an unsaved draft, of a version, or of the stored draft. */
    @Needs(value = Scope.RULES_WRITE, may = Permission.DRAFT_RULES)
    @POST
    @Path("/backtest")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response backtest(@PathParam("cpc") String cpc, byte[] body) {
        BacktestRequest request =
                BacktestRequest.read(body, directory.require(cpc).portal());
        NamedRules judged = judged(cpc, request);
        if (store.open(cpc) >= MOST_OPEN) {
            throw Problem.of(429, "Too many requests", "There are " + MOST_OPEN + " backtests waiting already.");
        }
        UUID id = store.add(new BacktestOrder(cpc, caller.signature(), request.period(), judged));
        metrics.came(BacktestState.QUEUED);
        runner.wake();
        return Response.accepted(new BacktestAccepted(id.toString())).build();
    }

    /** All backtests, newest first, without their lists. */
    @GET
    @Path("/backtests")
    public Page<Backtest> backtests(
            @PathParam("cpc") String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        directory.require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        List<Backtest> newest = store.newest(cpc, asked, sight(cpc), ReaderLanguage.of(accepted));
        return new Page<>(newest, asked.page(), asked.size(), store.count(cpc));
    }

    /** How far one is, or what it found; its cases only for who may see responses. */
    @GET
    @Path("/backtests/{id}")
    public Backtest backtest(
            @PathParam("cpc") String cpc,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        directory.require(cpc);
        Backtest found = store.one(cpc, uuid(id), sight(cpc), ReaderLanguage.of(accepted))
                .orElseThrow(() -> unknown(id));
        return caller.sees(cpc, Scope.RESPONSES_READ, Permission.SEE_RESPONSES) ? found : found.withoutExamples();
    }

    /** The cases of one side that are kept, newest first: gained, lost or kept; only for who may see responses. */
    @GET
    @Path("/backtests/{id}/cases")
    public Page<Backtest.Example> cases(
            @PathParam("cpc") String cpc,
            @PathParam("id") String id,
            @QueryParam("side") @Nullable String side,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        directory.require(cpc);
        requireResponses(cpc);
        UUID known = uuid(id);
        if (store.state(cpc, known).isEmpty()) {
            throw unknown(id);
        }
        Share.Side asked = side(side);
        PageRequest request = PageRequest.of(page, size);
        Sight sight = sight(cpc);
        return new Page<>(
                store.cases(known, asked, sight, request),
                request.page(),
                request.size(),
                store.countCases(known, asked, sight));
    }

    /** A case is a response: its customer's words, its ticket. */
    private void requireResponses(String cpc) {
        if (caller.person() == null) {
            caller.require(Scope.RESPONSES_READ);
        }
        caller.require(
                cpc,
                Permission.SEE_RESPONSES,
                Matter.PORTAL,
                Problem.notFound("There is nothing here that you may see."));
    }

    /** Whoever sees the rules sees what they do to the responses that they see. */
    private Sight sight(String cpc) {
        return caller.sight(cpc, Permission.SEE_RESPONSES);
    }

    private static Share.Side side(@Nullable String asked) {
        return Arrays.stream(Share.Side.values())
                .filter(side -> side.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "These cases cannot be listed.", List.of(new Reason("?side", "must be gained, lost or kept"))));
    }

    /** Calls one off that waits or runs; 409 where it is over. */
    @Needs(value = Scope.RULES_WRITE, may = Permission.DRAFT_RULES)
    @DELETE
    @Path("/backtests/{id}")
    public void cancel(@PathParam("cpc") String cpc, @PathParam("id") String id) {
        directory.require(cpc);
        UUID known = uuid(id);
        if (!store.cancel(cpc, known, caller.signature())) {
            BacktestState state = store.state(cpc, known).orElseThrow(() -> unknown(id));
            throw Problem.conflict("This backtest has already ended: " + state + ".");
        }
        metrics.came(BacktestState.CANCELLED);
    }

    private NamedRules judged(String cpc, BacktestRequest request) {
        if (request.draft() != null) {
            return new NamedRules("draft", request.draft().toString(), null);
        }
        Long version = request.version();
        return version == null
                ? rules.draftByName(cpc)
                : rules.byName(cpc, version)
                        .orElseThrow(() -> Problem.badRequest(
                                "That cannot be backtested.",
                                List.of(new Reason("/version", "there is no version " + version))));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown(id);
        }
    }

    private static Problem unknown(String id) {
        return Problem.notFound("There is no backtest '" + id + "'.");
    }
}
