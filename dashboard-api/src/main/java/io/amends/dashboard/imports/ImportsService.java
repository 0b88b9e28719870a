package io.amends.dashboard.imports;

import io.amends.dashboard.client.RefusedCall;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks survey-ingest about files, in the name of who is signed in. */
@ApplicationScoped
class ImportsService {
    private final ImportsClient client;
    private final SurveyImportMessages messages;

    ImportsService(@RestClient ImportsClient client, SurveyImportMessages messages) {
        this.client = client;
        this.messages = messages;
    }

    /**
     * Asks something.
     *
     * @throws RefusedCall where it is refused for what was asked: a page says so at its place
     * @throws Problem 403 and 404 as they come, and 503 where survey-ingest cannot be asked
     */
    <T> T ask(Function<ImportsClient, T> question) {
        try {
            return question.apply(client);
        } catch (RefusedCall e) {
            throw told(e);
        } catch (ProcessingException e) {
            throw away();
        }
    }

    /** Has something done that answers nothing, by the rules of {@link #ask}. */
    void tell(Consumer<ImportsClient> order) {
        ask(to -> {
            order.accept(to);
            return true;
        });
    }

    /** What a refusal is for a page: itself, where the page can say it at its place. */
    RuntimeException told(RefusedCall e) {
        return switch (e.status()) {
            case 403 -> Problem.forbidden(messages.notForYou());
            case 404 -> Problem.notFound(messages.gone());
            case 400, 409, 413, 429 -> e;
            default -> away();
        };
    }

    Problem away() {
        return Problem.of(503, "Service unavailable", messages.away());
    }
}
