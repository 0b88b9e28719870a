package io.amends.ingest.response;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to a response, by the word that its history has for it. */
public enum HistoryKind {
    @JsonProperty("recorded")
    RECORDED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("replaced")
    REPLACED,
    @JsonProperty("reassigned")
    REASSIGNED,
    @JsonProperty("quarantined")
    QUARANTINED,
    @JsonProperty("repaired")
    REPAIRED,
    /** An older version came later, and changed nothing. */
    @JsonProperty("stale")
    STALE
}
