package io.amends.dashboard.responses;

import io.amends.dashboard.responses.core.ReportQuery;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The report's query parameters, the same for API and page. */
public class ReportParameters {
    @QueryParam("srn")
    @Nullable
    String srn;

    @QueryParam("waiting")
    @Nullable
    String waiting;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("rgid")
    @Nullable
    String rgid;

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("page")
    @Nullable
    Integer page;

    @QueryParam("size")
    @Nullable
    Integer size;

    /** The query as it was written. */
    public ReportQuery.Input written() {
        return new ReportQuery.Input(srn, waiting, from, to, rgid, q, sort);
    }

    @Nullable
    Integer page() {
        return page;
    }

    @Nullable
    Integer size() {
        return size;
    }
}
