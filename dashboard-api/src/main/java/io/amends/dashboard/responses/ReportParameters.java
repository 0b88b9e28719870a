package io.amends.dashboard.responses;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The report's query parameters, the same for API and page. */
public class ReportParameters extends ReportNarrowing {
    @QueryParam("page")
    @Nullable
    Integer page;

    @QueryParam("size")
    @Nullable
    Integer size;

    @Nullable
    Integer page() {
        return page;
    }

    @Nullable
    Integer size() {
        return size;
    }
}
