package io.amends.contracts;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import java.io.IOException;

/**
 * Reads trees so that a number no decimal can hold, such as 1e2147483649, is JSON that cannot be read, like any other. By
 * itself the library throws an exception there that whoever reads JSON does not expect.
 */
final class TreeReading extends Deserializers.Base {

    @Override
    public JsonDeserializer<?> findTreeNodeDeserializer(
            Class<? extends JsonNode> type, DeserializationConfig config, BeanDescription bean) {
        return new Bounded(JsonNodeDeserializer.getDeserializer(type));
    }

    private static final class Bounded extends DelegatingDeserializer {
        Bounded(JsonDeserializer<?> reading) {
            super(reading);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reading) {
            return new Bounded(reading);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return super.deserialize(json, context);
            } catch (NumberFormatException e) {
                throw new JsonParseException(json, "a number has too large an exponent", json.currentLocation());
            }
        }
    }
}
