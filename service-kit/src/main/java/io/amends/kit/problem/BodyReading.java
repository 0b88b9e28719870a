package io.amends.kit.problem;

import com.fasterxml.jackson.databind.JavaType;
import io.amends.contracts.Json;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Every JSON body that a resource takes as a value is read here, so that no door has a text that cannot be stored, and
 * all say the same of what cannot be read. A resource that takes bytes reads them itself.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyReading implements ReaderInterceptor {
    static final String REFUSED = "The body is not what is expected here.";

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        boolean json =
                type.getSubtype().equalsIgnoreCase("json") || type.getSubtype().endsWith("+json");
        if (!json
                || context.getType() == byte[].class
                || context.getType() == String.class
                || InputStream.class.isAssignableFrom(context.getType())) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readAllBytes();
        JavaType wanted = Json.MAPPER.constructType(context.getGenericType());
        return body.length == 0 ? null : JsonBody.read(body, REFUSED, wanted);
    }
}
