package io.amends.dashboard.responses.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report query as an address, so that a view can be sent to a colleague. Says only what differs from the usual. */
public record ReportAddress(String path, ReportQuery query) {

    /** The address of a page of the report. */
    public String page(int page) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "srn", query.srn() == Srn.N ? null : query.srn().letter());
        add(parameters, "from", text(query.from()));
        add(parameters, "to", text(query.to()));
        add(parameters, "rgid", query.rgid());
        add(parameters, "q", query.q());
        add(
                parameters,
                "sort",
                query.sort().equals(Sort.NEWEST_FIRST) ? null : query.sort().written());
        add(parameters, "page", page == 0 ? null : Integer.toString(page));
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** The address of its first page. */
    public String first() {
        return page(0);
    }

    public ReportAddress with(Srn srn) {
        return with(new ReportQuery(srn, query.from(), query.to(), query.rgid(), query.q(), query.sort()));
    }

    public ReportAddress with(Sort sort) {
        return with(new ReportQuery(query.srn(), query.from(), query.to(), query.rgid(), query.q(), sort));
    }

    public ReportAddress between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return with(new ReportQuery(query.srn(), from, to, query.rgid(), query.q(), query.sort()));
    }

    public ReportAddress ofGroup(@Nullable String rgid) {
        return with(new ReportQuery(query.srn(), query.from(), query.to(), rgid, query.q(), query.sort()));
    }

    public ReportAddress searching(@Nullable String q) {
        return with(new ReportQuery(query.srn(), query.from(), query.to(), query.rgid(), q, query.sort()));
    }

    private ReportAddress with(ReportQuery other) {
        return new ReportAddress(path, other);
    }

    private static void add(List<String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : Objects.toString(date);
    }
}
