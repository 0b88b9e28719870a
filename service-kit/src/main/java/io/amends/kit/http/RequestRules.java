package io.amends.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.kit.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jspecify.annotations.Nullable;

/** What the address and the headers of a request must hold to, whichever route it is for. */
final class RequestRules {
    static final int LONGEST_ADDRESS = 16 * 1024;
    static final int LARGEST_HEADERS = 32 * 1024;

    private static final int LONGEST_NAME = 60;
    private static final String ADDRESS = "This address cannot be read.";

    private RequestRules() {}

    /** Text as an address has it, decoded; or what is wrong with it. */
    private record Decoded(String text, @Nullable String fault) {}

    /**
     * Checks an address.
     *
     * @param template tells the one of a path's route, which names its steps; null if there is none. Asked only where a
     *     step is refused: it is looked for among all routes
     * @throws Problem 400 that names the parameter, 414 if it is too long
     */
    static void address(String path, @Nullable String query, Function<String, @Nullable String> template) {
        if (path.length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
            throw Problem.of(414, "URI too long", "An address has at most " + LONGEST_ADDRESS + " characters.");
        }
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            String fault = stepFault(steps[i]);
            if (fault != null) {
                throw refused(name(template.apply(path), i), fault);
            }
        }
        if (query == null) {
            return;
        }
        for (String pair : query.split("[&;]")) {
            int equal = pair.indexOf('=');
            Decoded name = decoded(equal < 0 ? pair : pair.substring(0, equal), true);
            Decoded value = decoded(equal < 0 ? "" : pair.substring(equal + 1), true);
            String fault = name.fault() == null ? value.fault() : name.fault();
            if (fault != null) {
                throw refused("?" + shown(name.text()), fault);
            }
        }
    }

    /**
     * Checks that a write says what it is for, and but once: of a parameter that is given twice, be it in path and query,
     * only the first would count, and where the last step is missing, it would be about all that holds it.
     *
     * @throws Problem 400 that names the parameter
     */
    static void write(String path, @Nullable String query, Function<String, @Nullable String> template) {
        if (path.length() > 1 && path.endsWith("/")) {
            throw refused("path", "ends with a slash, and does not say what the request is for");
        }
        if (query == null) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (String step : String.valueOf(template.apply(path)).split("/")) {
            if (step.startsWith("{")) {
                names.add(step.substring(1, step.length() - 1));
            }
        }
        for (String pair : query.split("&")) {
            String name = decoded(pair.split("=", 2)[0], true).text();
            if (!name.isEmpty() && !names.add(name)) {
                throw refused("?" + shown(name), "is given more than once");
            }
        }
    }

    /** @throws Problem 415 if the type of the body is none */
    static void contentType(@Nullable String written) {
        if (written == null) {
            return;
        }
        try {
            String charset = MediaType.valueOf(written).getParameters().get("charset");
            if (charset == null || Charset.isSupported(charset)) {
                return;
            }
        } catch (RuntimeException e) {
            // The refusal below covers this case too.
        }
        throw Problem.of(415, "Unsupported media type", "The header Content-Type must name a media type.");
    }

    /**
     * Bodies are read as they are: what is packed small could be of any size when it is unpacked.
     *
     * @throws Problem 415 if the body is said to be packed
     */
    static void contentEncoding(@Nullable String written) {
        if (written != null && !written.isBlank() && !written.strip().equalsIgnoreCase("identity")) {
            throw Problem.of(
                    415,
                    "Unsupported media type",
                    "A body must not be compressed: send it as it is, without the header Content-Encoding.");
        }
    }

    /**
     * What a caller accepts, without what they refuse by {@code q=0}: the platform would take that for accepted.
     *
     * @throws Problem 406 if what is accepted cannot be read, or is nothing
     */
    static String accept(String written) {
        if (written.isBlank()) {
            return written;
        }
        List<MediaType> ranges;
        List<MediaType> wanted;
        try {
            ranges = MediaTypeHelper.parseHeader(written);
            wanted = ranges.stream()
                    .filter(range -> MediaTypeHelper.getQWithParamInfo(range) > 0)
                    .toList();
        } catch (RuntimeException e) {
            throw Problem.of(406, "Not acceptable", "The header Accept must be a list of media types.");
        }
        if (wanted.isEmpty()) {
            throw Problem.of(406, "Not acceptable", "The header Accept refuses every media type by q=0.");
        }
        return wanted.size() == ranges.size()
                ? written
                : wanted.stream().map(MediaTypeHelper::toString).collect(Collectors.joining(","));
    }

    // The platform goes a step back for dots and drops what stands behind a semicolon: the request would be about
    // something else.
    private static @Nullable String stepFault(String written) {
        if (written.indexOf(';') >= 0) {
            return "has a semicolon, which is written as %3B in a path";
        }
        Decoded step = decoded(written, false);
        return step.text().equals(".") || step.text().equals("..")
                ? "is nothing but dots, which no path can carry; an id like that goes into the query"
                : step.fault();
    }

    private static String name(@Nullable String template, int step) {
        String[] names = template == null ? new String[0] : template.split("/", -1);
        return step < names.length && names[step].startsWith("{") ? names[step] : "path";
    }

    private static Problem refused(String parameter, String fault) {
        return Problem.badRequest(ADDRESS, List.of(new Reason(parameter, fault)));
    }

    private static Decoded decoded(String written, boolean form) {
        if (written.indexOf('%') < 0) {
            String text = form ? written.replace('+', ' ') : written;
            return new Decoded(text, StorableText.fault(text));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(form && c == '+' ? ' ' : c).getBytes(UTF_8));
                continue;
            }
            int high = digit(written, i + 1);
            int low = digit(written, i + 2);
            if (high < 0 || low < 0) {
                return new Decoded(written, "has a % that is not followed by two hexadecimal digits");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return new Decoded(text, StorableText.fault(text));
        } catch (CharacterCodingException e) {
            return new Decoded(written, "must be UTF-8");
        }
    }

    private static int digit(String written, int at) {
        return at < written.length() ? Character.digit(written.charAt(at), 16) : -1;
    }

    private static String shown(String name) {
        String printable = StorableText.printable(name);
        return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable;
    }
}
