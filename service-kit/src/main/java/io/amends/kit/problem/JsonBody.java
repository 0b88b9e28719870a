package io.amends.kit.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import io.amends.contracts.WrittenFreely;
import java.io.IOException;
import java.util.List;

/** The body of a request as JSON, for what checks it piece by piece. It is in UTF-8, as RFC 8259 asks. */
public final class JsonBody {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    // A member that is misspelt or not there yet, such as dryrun for dryRun, would be done without.
    private static final ObjectReader KNOWN = Json.MAPPER.reader(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private JsonBody() {}

    /** Reads one value from a parser that is at its first token, and leaves the parser at its last. */
    @FunctionalInterface
    public interface BodyReader<T> {
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
    public static <T> T read(byte[] body, String refused, BodyReader<T> reading) {
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() == null) {
                throw wrong(refused, "is empty");
            }
            T value = reading.read(json);
            if (json.nextToken() != null) {
                throw wrong(refused, "is followed by something");
            }
            return value;
        } catch (NumberFormatException e) {
            throw wrong(refused, "has a number with too large an exponent");
        } catch (IOException e) {
            throw Problem.badRequest(refused, List.of(JsonFault.of(e)));
        }
    }

    /**
     * Reads a body as a value whose texts can be stored, and of which every member is known.
     *
     * @param type may be annotated with {@link WrittenFreely}
     * @throws Problem 400 with every pointer
     */
    static Object read(byte[] body, String refused, JavaType type) {
        JsonNode sent = read(body, refused);
        boolean freely = type.getRawClass().isAnnotationPresent(WrittenFreely.class);
        StorableJson storable = freely ? StorableJson.mended(sent) : StorableJson.strict(sent);
        if (!storable.ok()) {
            throw Problem.badRequest(refused, storable.errors());
        }
        try {
            return KNOWN.forType(type).readValue(storable.json());
        } catch (IOException e) {
            throw Problem.badRequest(refused, List.of(JsonFault.of(e)));
        }
    }

    private static Problem wrong(String refused, String reason) {
        return Problem.badRequest(refused, List.of(new Reason("", reason)));
    }
}
