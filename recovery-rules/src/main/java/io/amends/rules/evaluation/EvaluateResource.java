package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.access.Scope;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.rights.Permission;
import io.amends.rules.versions.RuleBooks;
import io.amends.rules.words.ReaderLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what would be decided about a response, and why, in the reader's language; emits nothing (B6, C11). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/evaluate")
@Blocking
public class EvaluateResource {
    private final DirectoryView directory;
    private final Verdicts verdicts;
    private final RuleBooks books;
    private final Explanations explanations;
    private final Clock clock;

    EvaluateResource(
            DirectoryView directory, Verdicts verdicts, RuleBooks books, Explanations explanations, Clock clock) {
        this.directory = directory;
        this.verdicts = verdicts;
        this.books = books;
        this.explanations = explanations;
        this.clock = clock;
    }

    /**
     * The decision it would get if it were recorded now, as its first version.
     *
     * @param rule explains only this one, and what would make it match
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode evaluate(
            @PathParam("cpc") String cpc,
            @QueryParam("rule") @Nullable String rule,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            byte[] body) {
        PortalDirectory portal = directory.require(cpc);
        SurveyResponse response = SurveyBody.read(body, cpc);
        SurveyRecorded recorded = SurveyRecorded.first(response, clock.instant(), directory.offset());
        Locale reader = ReaderLanguage.of(accepted);
        RecoveryDecided decision =
                Objects.requireNonNull(verdicts.decide(recorded, reader), "a recorded response is decided");
        return explanations.of(
                decision, books.of(cpc).rules(), portal.portal().timeZone(), portal.portal(), rule, reader, null);
    }
}
