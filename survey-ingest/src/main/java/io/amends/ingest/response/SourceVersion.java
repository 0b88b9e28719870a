package io.amends.ingest.response;

import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One version of a response as its source sent it. Versions order by {@code updatedAt}, absent: the time of acceptance;
 * equal: the greater body hash is newer (A3). One that is read again by a better mapping takes the place of the version
 * that was read from the same body, and is newer than that one alone (A12). The order does not depend on arrival.
 *
 * @param body the response, with updatedAt always set
 * @param bodyHash SHA-256 (hex) of the canonical body as sent
 * @param acceptedAt when Kafka took it; dates are judged against it (A5)
 * @param place where it stands among the versions
 */
public record SourceVersion(SurveyResponse body, String bodyHash, Instant acceptedAt, Place place)
        implements Comparable<SourceVersion> {
    private static final Comparator<SourceVersion> AGE = Comparator.comparing(
                    (SourceVersion version) -> version.place().at())
            .thenComparing(version -> version.place().reading())
            .thenComparing(SourceVersion::bodyHash);

    /**
     * Where a version stands among those of its response.
     *
     * @param at its updatedAt, or where it was read again and says an earlier one now, that of the reading before
     * @param reading how often what it was read from had been read before; 0 for what came by itself
     */
    public record Place(Instant at, int reading) {}

    /** A version as sent; the time of acceptance is stamped in where the source gave no updatedAt. */
    public static SourceVersion accepted(SurveyResponse sent, String bodyHash, Instant acceptedAt) {
        SurveyResponse body = sent.updatedAt() == null ? stamped(sent, acceptedAt) : sent;
        return new SourceVersion(body, bodyHash, acceptedAt, new Place(updatedAt(body, acceptedAt), 0));
    }

    /**
     * A version that is read again, and that is to count instead of another one (A12). It is newer than that one; what has a
     * later updatedAt than both is newer than it.
     */
    public static SourceVersion insteadOf(
            SourceVersion former, SurveyResponse read, String bodyHash, Instant acceptedAt) {
        SurveyResponse body = read.updatedAt() == null ? stamped(read, former.updatedAt()) : read;
        Instant own = updatedAt(body, acceptedAt);
        Instant at = own.isAfter(former.place().at()) ? own : former.place().at();
        return new SourceVersion(
                body,
                bodyHash,
                acceptedAt,
                new Place(storable(at), former.place().reading() + 1));
    }

    /** The same as a later reading of what was sent: it is newer than the earlier one, should that still be under way. */
    public SourceVersion readAgain() {
        return new SourceVersion(body, bodyHash, acceptedAt, new Place(place.at(), place.reading() + 1));
    }

    /** When its source says that it was changed. */
    public Instant updatedAt() {
        return updatedAt(body, acceptedAt);
    }

    @Override
    public int compareTo(SourceVersion other) {
        return AGE.compare(this, other);
    }

    private static Instant updatedAt(SurveyResponse body, Instant acceptedAt) {
        return body.updatedAt() == null ? acceptedAt : body.updatedAt();
    }

    /** As the database keeps it, and never earlier. */
    private static Instant storable(Instant at) {
        Instant micros = at.truncatedTo(ChronoUnit.MICROS);
        return micros.equals(at) ? at : micros.plus(1, ChronoUnit.MICROS);
    }

    private static SurveyResponse stamped(SurveyResponse r, Instant updatedAt) {
        return new SurveyResponse(
                r.portal(),
                r.responseId(),
                r.ticketId(),
                r.supportGroup(),
                r.segment(),
                r.brand(),
                r.channel(),
                r.language(),
                r.agent(),
                r.customer(),
                r.measures(),
                r.factors(),
                r.comment(),
                r.contactChoice(),
                r.tags(),
                r.properties(),
                r.submittedAt(),
                updatedAt,
                r.followUpOf());
    }
}
