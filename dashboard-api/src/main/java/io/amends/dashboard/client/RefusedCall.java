package io.amends.dashboard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's answer of 400 or more, with what its problem details say. */
public final class RefusedCall extends RuntimeException {
    private final int status;
    private final transient JsonNode problem;

    private RefusedCall(int status, JsonNode problem) {
        super(problem.path("detail").asText("answered " + status), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    public static RefusedCall of(Response response) {
        JsonNode problem;
        try {
            String body = response.readEntity(String.class);
            problem = Json.MAPPER.readTree((body == null ? "" : body).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            problem = Json.MAPPER.createObjectNode(); // not problem details: the status says enough
        }
        return new RefusedCall(response.getStatus(), problem);
    }

    public int status() {
        return status;
    }

    /** A text that the problem carries; null without. */
    public @Nullable String field(String name) {
        return problem.path(name).isTextual() ? problem.path(name).textValue() : null;
    }

    /** Every error at its place; empty where only the detail says what is wrong. */
    public List<Reason> errors() {
        List<Reason> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(e -> errors.add(new Reason(
                        e.path("pointer").asText(""), e.path("reason").asText(""))));
        return errors;
    }
}
