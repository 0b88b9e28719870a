package io.amends.dashboard.audit;

import io.amends.dashboard.audit.core.AuditQuery;
import io.amends.kit.page.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters of the audit log, the same for API and page. */
public class AuditParameters {
    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("who")
    @Nullable
    String who;

    @QueryParam("what")
    @Nullable
    String what;

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("page")
    @Nullable
    Integer page;

    @QueryParam("size")
    @Nullable
    Integer size;

    AuditQuery.Written written() {
        return new AuditQuery.Written(from, to, who, what, q);
    }

    PageRequest paging() {
        return PageRequest.of(page, size);
    }
}
