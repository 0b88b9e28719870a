package io.amends.dashboard.responses.core;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report query as an address, so that a view can be sent to a colleague. Says only what differs from the usual. */
public record ReportAddress(String path, ReportQuery query) {

    /** The query's parameters in their order, as text; for the fields of a form that is to keep them. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "srn", query.srn() == Srn.N ? null : query.srn().letter());
        put(parameters, "waiting", query.waiting() ? "yes" : null);
        put(parameters, "from", query.from());
        put(parameters, "to", query.to());
        put(parameters, "rgid", query.rgid());
        put(parameters, "q", query.q());
        put(
                parameters,
                "sort",
                query.sort().equals(Sort.NEWEST_FIRST) ? null : query.sort().written());
        return parameters;
    }

    /** The address of a page of the report. */
    public String page(int page) {
        Map<String, String> parameters = parameters();
        put(parameters, "page", page == 0 ? null : page);
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    /** The address of its first page. */
    public String first() {
        return page(0);
    }

    public ReportAddress with(Srn srn) {
        return with(
                new ReportQuery(srn, query.waiting(), query.from(), query.to(), query.rgid(), query.q(), query.sort()));
    }

    public ReportAddress with(Sort sort) {
        return with(
                new ReportQuery(query.srn(), query.waiting(), query.from(), query.to(), query.rgid(), query.q(), sort));
    }

    public ReportAddress waiting(boolean waiting) {
        return with(
                new ReportQuery(query.srn(), waiting, query.from(), query.to(), query.rgid(), query.q(), query.sort()));
    }

    public ReportAddress between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return with(new ReportQuery(query.srn(), query.waiting(), from, to, query.rgid(), query.q(), query.sort()));
    }

    public ReportAddress ofGroup(@Nullable String rgid) {
        return with(
                new ReportQuery(query.srn(), query.waiting(), query.from(), query.to(), rgid, query.q(), query.sort()));
    }

    public ReportAddress searching(@Nullable String q) {
        return with(
                new ReportQuery(query.srn(), query.waiting(), query.from(), query.to(), query.rgid(), q, query.sort()));
    }

    private ReportAddress with(ReportQuery other) {
        return new ReportAddress(path, other);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
