package io.amends.dashboard.responses;

import io.amends.dashboard.responses.core.ReportQuery;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which responses of the report are meant, and in which order, whoever shows or moves them. */
public class ReportNarrowing {
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

    /** The query as it was written. */
    public ReportQuery.Input written() {
        return new ReportQuery.Input(srn, waiting, from, to, rgid, q, sort);
    }
}
