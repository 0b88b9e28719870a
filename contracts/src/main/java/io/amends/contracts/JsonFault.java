package io.amends.contracts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a text could not be read as JSON, or as what it should be, in words for the person who made it. The parser's own
 * words speak of its parts, such as classes, to those who write programs with it.
 */
public final class JsonFault {
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private JsonFault() {}

    /** What is wrong and where. */
    public static Reason of(IOException fault) {
        if (fault instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (fault instanceof ValueInstantiationException refused) {
            return new Reason(pointer(refused), own(refused.getCause()));
        }
        if (fault instanceof JsonMappingException && fault.getCause() instanceof IOException cause) {
            return of(cause); // broken where something was read: its line says where
        }
        if (fault instanceof JsonMappingException mapping) {
            return new Reason(pointer(mapping), own(mapping.getCause()));
        }
        return new Reason("", fault instanceof JacksonException json ? syntax(json) : "is not JSON in UTF-8");
    }

    /** The same in one phrase, such as "/sendFollowUp: must be true or false" or "is not JSON in line 2, column 7: …". */
    public static String phrase(IOException fault) {
        return Reason.phrases(List.of(of(fault)));
    }

    private static Reason mismatch(MismatchedInputException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Reason(pointer(fault), "is not known here; known are " + known);
        }
        String said = String.valueOf(fault.getOriginalMessage());
        if (said.startsWith("Trailing token")) {
            return new Reason("", "is followed by something" + where(fault.getLocation()));
        }
        if (said.startsWith("No content")) {
            return new Reason("", "is empty");
        }
        Class<?> wanted = fault.getTargetType();
        return new Reason(pointer(fault), wanted == null ? "does not fit here" : wanted(wanted));
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            String constants = Arrays.toString(type.getEnumConstants());
            return "must be one of " + constants.substring(1, constants.length() - 1);
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number";
        }
        if (type == BigDecimal.class || Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a number";
        }
        if (type == Answer.class) {
            return "must be a number, true or false";
        }
        if (type == Instant.class) {
            return Rfc3339.WANTED;
        }
        if (type == LocalDate.class) {
            return "must be a day, such as 2026-11-20";
        }
        if (type == LocalTime.class) {
            return "must be a time of day, such as 09:00";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "must be a time zone, such as Europe/Berlin";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "must be a list" : "must be an object";
    }

    /** What a type of ours says when it refuses a value; what others say is not for everybody. */
    private static String own(@Nullable Throwable cause) {
        if (cause == null || cause.getClass() != IllegalArgumentException.class || cause.getStackTrace().length == 0) {
            return "does not fit here";
        }
        boolean ours = cause.getStackTrace()[0].getClassName().startsWith("io.amends.");
        return ours ? String.valueOf(cause.getMessage()) : "does not fit here";
    }

    private static String syntax(JacksonException fault) {
        String said = String.valueOf(fault.getOriginalMessage()).toLowerCase(Locale.ROOT);
        String where = where(fault.getLocation());
        if (said.contains("utf-8") || said.contains("utf-32")) {
            return "is not JSON in UTF-8" + where;
        }
        if (said.contains("exceeds the maximum")) {
            return "cannot be read" + where + ": "
                    + (said.contains("nesting") ? "it is nested too deep" : "a number or a text there is too long");
        }
        if (said.contains("out of range") || said.contains("exponent")) {
            return "cannot be read" + where + ": the number there is too large";
        }
        return "is not JSON" + where + ": " + grammar(said, String.valueOf(fault.getOriginalMessage()));
    }

    private static String grammar(String said, String exact) {
        if (said.startsWith("duplicate field")) {
            return "the field " + quoted(exact) + " is there twice";
        }
        if (said.contains("end-of-input") || said.contains("end of input")) {
            return "it ends too early";
        }
        if (said.contains("comma to separate") || said.contains("close marker")) {
            return "a comma or a closing bracket is missing";
        }
        if (said.contains("colon to separate")) {
            return "a colon is missing behind a name";
        }
        if (said.contains("start field name")) {
            return "a name in double quotes is expected there";
        }
        if (said.contains("illegal unquoted character")) {
            return "a line break or another control character in a text must be written with a backslash, such as \\n";
        }
        if (said.contains("escape")) {
            return "a backslash in a text begins \\n, \\\", \\\\ or \\u with four hexadecimal digits, and nothing else";
        }
        if (said.contains("numeric value") || said.contains("leading zero") || said.contains("non-standard")) {
            return "a number is not written as JSON writes it, such as 12.5";
        }
        if (said.startsWith("unrecognized")) {
            return quoted(exact) + " is no value; a text needs double quotes";
        }
        return "a value is expected there: a text in double quotes, a number, true, false, null, a list or an object";
    }

    private static String quoted(String message) {
        int from = message.indexOf('\'');
        int to = message.indexOf('\'', from + 1);
        String name = from < 0 || to < 0 ? "" : message.substring(from + 1, to);
        return "'" + StorableText.printable(name.length() > 40 ? name.substring(0, 40) + "…" : name) + "'";
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String pointer(JsonMappingException fault) {
        String pointer = "";
        for (JsonMappingException.Reference step : fault.getPath()) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer = Reason.at(pointer, name);
        }
        return StorableText.printable(pointer);
    }
}
