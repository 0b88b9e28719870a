package io.amends.kit.http;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.kit.problem.Problem;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters and form fields: what is no number or no text is 400 with the parameter's name, where the
 * platform would say 404. A path whose number is none leads nowhere, and stays 404.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> NUMBERS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type generic, Annotation @Nullable [] annotations) {
        String name = name(annotations);
        if (name == null) {
            return null;
        }
        if (NUMBERS.containsKey(type)) {
            return (ParamConverter<T>) new Converter(written -> number(name, written, NUMBERS.get(type)));
        }
        return type == String.class ? (ParamConverter<T>) new Converter(written -> text(name, written)) : null;
    }

    private record Converter(Function<String, Object> reading) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String written) {
            return written == null ? null : reading.apply(written);
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }

    private static Object number(String name, String written, Function<String, Object> reading) {
        try {
            return reading.apply(written);
        } catch (NumberFormatException e) {
            throw refused(name, "must be a whole number");
        }
    }

    private static Object text(String name, String written) {
        String fault = StorableText.fault(written);
        if (fault != null) {
            throw refused(name, fault);
        }
        return written;
    }

    private static Problem refused(String name, String fault) {
        return Problem.badRequest("A parameter is not valid.", List.of(new Reason(name, fault)));
    }

    private static @Nullable String name(Annotation @Nullable [] annotations) {
        if (annotations != null) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof QueryParam query) {
                    return "?" + query.value();
                }
                if (annotation instanceof FormParam form) {
                    return form.value();
                }
            }
        }
        return null;
    }
}
