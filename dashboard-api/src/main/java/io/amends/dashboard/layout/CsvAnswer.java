package io.amends.dashboard.layout;

import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a list is asked for as CSV, and answered so, the same for every list. */
public final class CsvAnswer {
    private static final MediaType CSV = new MediaType("text", "csv");

    private CsvAnswer() {}

    /**
     * Whether a request asks for CSV: by its address, since a link cannot ask with Accept, or by Accept.
     *
     * @param format the parameter of that name
     * @throws Problem 400 for a format that is not there
     */
    public static boolean asked(@Nullable String format, HttpHeaders headers) {
        if (format != null && !"csv".equals(format)) {
            throw Problem.badRequest(
                    "The report is not there in that format.",
                    List.of(new Reason("/format", "format is csv, or left out for JSON")));
        }
        return "csv".equals(format) || preferred(headers);
    }

    /** What the caller would rather have of the two; the platform has refused whoever wants neither. */
    private static boolean preferred(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(t -> t.isCompatible(MediaType.APPLICATION_JSON_TYPE) || t.isCompatible(CSV))
                .findFirst()
                .map(best -> !best.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }

    /** The answer with a file of that name. */
    public static Response of(String fileName, StreamingOutput body) {
        return Response.ok(body, MediaType.valueOf("text/csv; charset=utf-8; header=present"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }
}
