package io.amends.contracts;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;

/** The one way events are read and written: unknown fields ignored, decimals exact, times RFC 3339 in UTC. */
public final class Json {
    /** Shared and immutable after this line. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .addModule(new SimpleModule("trees") {
                @Override
                public void setupModule(SetupContext context) {
                    super.setupModule(context);
                    context.addDeserializers(new TreeReading());
                }
            })
            .addModule(LenientReading.module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, Fail)
                    .setCoercion(CoercionInputShape.Float, Fail)
                    .setCoercion(CoercionInputShape.Boolean, Fail))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();

    private static final JsonInclude.Value NOT_NULL = JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS);

    // What comes with every survey, and is read by the million: a null is a field to read past, too.
    private static final ObjectWriter EVENTS = leavingOutNulls(
                    SurveyRecorded.class, RecoveryDecided.class, SurveyResponse.class, Agent.class, Customer.class)
            .writer();

    // A value may stand within something larger, and then more tokens follow.
    private static final ObjectReader TREE =
            MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /**
     * Reads the value that a parser is at as a tree, and nothing behind it.
     *
     * @throws IOException if it is not JSON
     */
    public static JsonNode tree(JsonParser json) throws IOException {
        return TREE.readValue(json);
    }

    /** Writes UTF-8 JSON. */
    public static byte[] write(Object value) {
        return written(WRITER, value);
    }

    /**
     * Writes the data of an event as UTF-8 JSON. Surveys and decisions leave out what is null, unless null is something
     * to be said.
     */
    public static byte[] event(Object data) {
        return written(EVENTS, data);
    }

    private static JsonMapper leavingOutNulls(Class<?>... types) {
        JsonMapper.Builder mapper = MAPPER.rebuild();
        for (Class<?> type : types) {
            mapper.withConfigOverride(type, its -> its.setInclude(NOT_NULL));
        }
        return mapper.build();
    }

    private static byte[] written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads UTF-8 JSON.
     *
     * @throws IOException if it is not JSON, or not of that shape
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(json, type);
        } catch (NumberFormatException e) {
            // This is reached for a field that is a decimal; in a tree it is one no more.
            throw new IOException("a number has too large an exponent", e);
        }
    }
}
