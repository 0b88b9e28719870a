package io.amends.rules.archive;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.CaughtCases;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.language.Rule;
import io.amends.rules.versions.RuleAges;
import io.amends.rules.versions.RuleBooks;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each rule caught lately, so that its author sees which ones work (F5). */
@Needs(value = Scope.RULES_READ, may = Permission.SEE_RULES)
@Path("/v1/portals/{cpc}/rule-set/caught")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CaughtResource {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 400;

    private final DirectoryView directory;
    private final DecisionStore decisions;
    private final RuleBooks books;
    private final RuleAges ages;
    private final Clock clock;
    private final Caller caller;

    CaughtResource(
            DirectoryView directory,
            DecisionStore decisions,
            RuleBooks books,
            RuleAges ages,
            Clock clock,
            Caller caller) {
        this.caller = caller;
        this.directory = directory;
        this.decisions = decisions;
        this.books = books;
        this.ages = ages;
        this.clock = clock;
    }

    /** The published rules in their order, then those that are gone by now. */
    @GET
    public CaughtCases caught(@PathParam("cpc") String cpc, @QueryParam("days") @Nullable Integer days) {
        directory.require(cpc);
        int asked = days == null ? USUAL_DAYS : days;
        if (asked < 1 || asked > MOST_DAYS) {
            throw Problem.badRequest(
                    "That time cannot be counted.", List.of(new Reason("?days", "must be from 1 to " + MOST_DAYS)));
        }
        Instant from = clock.instant().minus(Duration.ofDays(asked));
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        Map<String, Long> caught = decisions.caught(cpc, from, sight);
        Map<String, RuleAges.RuleAge> young = ages.youngerThan(cpc, from);
        Map<String, Long> caughtYoung = decisions.caughtBy(
                cpc,
                from,
                young.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, rule -> rule.getValue()
                        .version())),
                sight);
        Set<String> names = new LinkedHashSet<>();
        books.of(cpc).rules().rules().stream().map(Rule::name).forEach(names::add);
        names.addAll(caught.keySet());
        return new CaughtCases(
                asked,
                names.stream()
                        .map(name -> new CaughtCases.ByRule(
                                name,
                                caught.getOrDefault(name, 0L),
                                since(young.get(name), caughtYoung.getOrDefault(name, 0L))))
                        .toList());
    }

    private static CaughtCases.@Nullable Since since(RuleAges.@Nullable RuleAge age, long caught) {
        return age == null ? null : new CaughtCases.Since(age.version(), age.publishedAt(), caught);
    }
}
