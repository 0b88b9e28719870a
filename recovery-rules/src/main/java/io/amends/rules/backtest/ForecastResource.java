package io.amends.rules.backtest;

import io.amends.contracts.access.Scope;
import io.amends.contracts.api.DraftForecast;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.rights.Permission;
import io.amends.rules.backtest.core.Forecast;
import io.amends.rules.versions.RuleSetStore;
import io.amends.rules.words.ReaderLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What the draft would flag of the newest responses, before anybody publishes it (B7). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/rule-set")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ForecastResource {
    private final DirectoryView directory;
    private final RuleSetStore store;
    private final Forecasts forecasts;
    private final Caller caller;

    ForecastResource(DirectoryView directory, RuleSetStore store, Forecasts forecasts, Caller caller) {
        this.caller = caller;
        this.directory = directory;
        this.store = store;
        this.forecasts = forecasts;
    }

    /** Tells the forecast of the stored draft; where nobody edits, of what is published. */
    @GET
    @Path("/draft/forecast")
    public DraftForecast forecast(
            @PathParam("cpc") String cpc, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted)
            throws InterruptedException {
        directory.require(cpc);
        Forecast forecast =
                forecasts.of(cpc, store.draftByName(cpc).rules(), caller.sight(cpc, Permission.SEE_RESPONSES));
        return new DraftForecast(
                forecast.days(),
                forecast.judged(),
                forecast.before(),
                forecast.after(),
                forecast.ratio(),
                forecast.multiple(),
                forecast.warns(),
                forecasts.sentence(forecast, ReaderLanguage.of(accepted)));
    }
}
