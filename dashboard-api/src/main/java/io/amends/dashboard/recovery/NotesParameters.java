package io.amends.dashboard.recovery;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The dialog's query parameters (D3), and where in its responses it stands. */
public class NotesParameters {
    @QueryParam("cpc")
    @Nullable
    String cpc;

    @QueryParam("t")
    @Nullable
    String t;

    @QueryParam("rgid")
    @Nullable
    String rgid;

    @QueryParam("date")
    @Nullable
    String date;

    @QueryParam("tid")
    @Nullable
    String tid;

    @QueryParam("at")
    @Nullable
    String at;

    /** The response whose note was saved just before. */
    @QueryParam("saved")
    @Nullable
    String saved;

    /** That note. */
    @QueryParam("after")
    @Nullable
    String after;

    /** Given where a request was filed just before (A9): {@link #JOINED} where the ticket had its case already. */
    @QueryParam("filed")
    @Nullable
    String filed;

    /** That the case was there before the request. */
    static final String JOINED = "joined";
}
