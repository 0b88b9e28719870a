package io.amends.kit.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import java.io.IOException;
import java.util.List;

/** The body of a request as JSON, for what checks it piece by piece. It is in UTF-8, as RFC 8259 asks. */
public final class JsonBody {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /** Reads one value from a parser that is at its first token, and leaves the parser at its last. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    /**
     * Reads a body as a tree.
     *
     * @param refused what is told where it is none, such as "That cannot be backtested."
     * @throws Problem 400 that says what stands in the way, and in which line
     */
    public static JsonNode read(byte[] body, String refused) {
        return read(body, refused, Json::tree);
    }

    /**
     * Reads a body without holding all of it as a tree.
     *
     * @param refused what is told where it is no JSON
     * @throws Problem 400 that says what stands in the way, and in which line
     */
    public static <T> T read(byte[] body, String refused, Reading<T> reading) {
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() == null) {
                throw wrong(refused, "is empty");
            }
            T value = reading.read(json);
            if (json.nextToken() != null) {
                throw wrong(refused, "is followed by something");
            }
            return value;
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw wrong(refused, "is not JSON: " + e.getOriginalMessage() + line);
        } catch (NumberFormatException e) {
            throw wrong(refused, "has a number with too large an exponent");
        } catch (IOException e) {
            throw wrong(refused, "is not UTF-8");
        }
    }

    private static Problem wrong(String refused, String reason) {
        return Problem.badRequest(refused, List.of(new Reason("", reason)));
    }
}
