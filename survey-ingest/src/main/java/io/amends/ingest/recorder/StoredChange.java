package io.amends.ingest.recorder;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.amends.contracts.ChangeCause;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.HistoryKind;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.ResponseRevision;
import io.amends.ingest.response.SourceVersion;
import io.amends.kit.access.Signature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code history}, field by column, as {@link StoredResponse} is one. What the row of the response
 * says in the same transaction is not sent a second time: its body is null here, and copied from there.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_NULL)
final class StoredChange {
    final String portal;
    final String responseId;
    final Instant at;
    final HistoryKind what;
    final List<Reason> trimmed;
    final ChangeCause cause;

    @Nullable
    final String replayId;

    @Nullable
    Long version;

    @Nullable
    ResponseState state;

    @Nullable
    String person;

    @Nullable
    String key;

    @Nullable
    String reason;

    @Nullable
    String source;

    @Nullable
    SurveyResponse response;

    private StoredChange(
            ResponseKey of, Instant at, HistoryKind what, List<Reason> trimmed, ResponseHistory.ChangeOrigin origin) {
        portal = of.portal();
        responseId = of.responseId();
        this.at = at;
        this.what = what;
        this.trimmed = trimmed;
        cause = origin.cause();
        replayId = origin.replayId();
    }

    /** @param last whether it is the response's last change, so that its row has the same body */
    static StoredChange of(ResponseRevision change, boolean last, ResponseHistory.ChangeOrigin origin, Instant at) {
        HeldResponse after = change.after();
        StoredChange row = new StoredChange(after.key(), at, change.kind(), origin.trimmed(change), origin);
        row.version = after.version();
        row.state = after.state();
        Signature by = origin.by();
        if (by != null) {
            row.person = by.name();
            row.key = by.key();
        }
        row.reason = origin.reason();
        row.source = origin.source(change);
        row.response = last ? null : after.response();
        return row;
    }

    static StoredChange stale(SourceVersion version, ResponseHistory.ChangeOrigin origin, Instant at) {
        SurveyResponse body = version.body();
        StoredChange row =
                new StoredChange(ResponseKey.of(body), at, HistoryKind.STALE, origin.trimmed(version), origin);
        row.source = origin.source(version);
        row.response = body;
        return row;
    }
}
