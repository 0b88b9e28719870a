package io.amends.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import java.io.IOException;
import java.util.List;

/** The body of a request as JSON, for what checks it piece by piece. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * @param refused what is told where it is none, such as "That cannot be backtested."
     * @throws Problem 400 that says what stands in the way, and in which line
     */
    public static JsonNode read(byte[] body, String refused) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw wrong(refused, "is not JSON: " + e.getOriginalMessage() + line);
        } catch (IOException e) {
            throw wrong(refused, "is not UTF-8");
        }
    }

    private static Problem wrong(String refused, String reason) {
        return Problem.badRequest(refused, List.of(new Reason("", reason)));
    }
}
