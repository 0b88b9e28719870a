package io.amends.dashboard.studio.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.RuleSetVersion;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.signin.Person;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A portal's rules as recovery-rules has them. Whatever it refuses that no page expects is said as its problem. */
@ApplicationScoped
public class RulesService {
    private static final Logger LOG = Logger.getLogger(RulesService.class);

    private final RulesClient client;
    private final Person person;
    private final Caller caller;
    private final LayoutMessages layout;

    RulesService(@RestClient RulesClient client, Person person, Caller caller, LayoutMessages layout) {
        this.client = client;
        this.person = person;
        this.caller = caller;
        this.layout = layout;
    }

    /**
     * A draft.
     *
     * @param tag changes with every edit; who saves names the one that they saw
     */
    public record Draft(DraftRules rules, String tag) {}

    /** What became of an edit. */
    public sealed interface SaveResult {
        /** The draft is as it was sent. */
        record Success(Draft draft) implements SaveResult {}

        /** The rules are wrong at these places. */
        record Invalid(List<Reason> errors) implements SaveResult {}

        /** Somebody else has changed the draft since. */
        record EditConflict() implements SaveResult {}
    }

    /**
     * Asks recovery-rules.
     *
     * @throws Problem 503 where it does not answer, else what it refuses with
     */
    public <T> T ask(Function<RulesClient, T> question) {
        try {
            return askFor(question);
        } catch (RefusedCall e) {
            throw problem(e);
        }
    }

    /**
     * Asks for what can be refused in a way that the page says by itself.
     *
     * @throws RefusedCall as it is refused
     * @throws Problem 503 where recovery-rules does not answer, or fails
     */
    public <T> T askFor(Function<RulesClient, T> question) {
        try {
            return question.apply(client);
        } catch (RefusedCall e) {
            throw e.status() >= 500 ? problem(e) : e;
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.away());
        }
    }

    /** Asks for what the page can do without; null where recovery-rules does not have it. */
    public <T> @Nullable T askOptional(Function<RulesClient, T> question) {
        try {
            return question.apply(client);
        } catch (RefusedCall | ProcessingException e) {
            return null;
        }
    }

    /** The draft as it is now, or what is published where there is none. */
    public Draft draft(String cpc) {
        try (Response answer = ask(c -> c.draft(cpc))) {
            return draft(answer);
        }
    }

    /** The version that decides now; null before anything was published. */
    public @Nullable RuleSetVersion newest(String cpc) {
        List<RuleSetVersion> versions = ask(c -> c.versions(cpc, 0, 1)).items();
        return versions.isEmpty() ? null : versions.get(0);
    }

    /** The rules of a published version. */
    public DraftRules version(String cpc, long version) {
        return new DraftRules(tree(ask(c -> c.version(cpc, version))).path("ruleSet"));
    }

    /** Saves an edit of the draft with that tag. */
    public SaveResult save(String cpc, JsonNode ruleSet, String tag) {
        return save(cpc, new String(Json.write(ruleSet), StandardCharsets.UTF_8), tag);
    }

    /** Saves what was written as JSON, whatever it is. */
    public SaveResult save(String cpc, String body, String tag) {
        try (Response answer = client.save(cpc, etag(tag), body)) {
            return new SaveResult.Success(draft(answer));
        } catch (RefusedCall e) {
            if (e.status() == 412 || e.status() == 428) {
                return new SaveResult.EditConflict();
            }
            if (e.status() == 400 || e.status() == 413) {
                return new SaveResult.Invalid(reasons(e));
            }
            throw problem(e);
        } catch (ProcessingException e) {
            throw Problem.of(503, "Service unavailable", layout.away());
        }
    }

    /** The verified identity that recovery-rules writes beside what it does for the signed-in person. */
    public String identity() {
        return person.identity(caller);
    }

    /** What was refused at which place; the detail where no place is named. */
    public static List<Reason> reasons(RefusedCall e) {
        return e.errors().isEmpty() ? List.of(new Reason("", String.valueOf(e.getMessage()))) : e.errors();
    }

    /** The backtests of a list that can be read, each by itself: one that cannot hides no other. */
    public static List<Backtest> readable(Page<JsonNode> backtests) {
        return backtests.items().stream().flatMap(RulesService::read).toList();
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

    private Problem problem(RefusedCall e) {
        return e.status() >= 500
                ? Problem.of(503, "Service unavailable", layout.away())
                : Problem.of(e.status(), "Refused", String.valueOf(e.getMessage()));
    }

    /** A tag as it goes into a header. */
    public static String etag(String tag) {
        return "\"" + tag + "\"";
    }

    private static Draft draft(Response answer) {
        String tag = answer.getHeaderString("ETag");
        return new Draft(
                new DraftRules(tree(answer.readEntity(String.class))),
                tag == null ? "" : tag.replaceFirst("^W/", "").replace("\"", ""));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recovery-rules answered with something that is not JSON", e);
        }
    }
}
