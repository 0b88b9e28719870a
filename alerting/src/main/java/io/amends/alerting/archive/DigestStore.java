package io.amends.alerting.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.Json;
import io.amends.kit.id.Ids;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Periods and digests, written once. */
@ApplicationScoped
public class DigestStore {
    /**
     * Whether a digest {@code d} is seen by whoever has these groups and is this contact: it was sent to them, or all its
     * groups are theirs (H1).
     */
    public static final String SEEN =
            """
            (CAST(:groups AS text[]) IS NULL OR d.contact_id = :contact
             OR (d.support_groups <> '{}' AND d.support_groups <@ CAST(:groups AS text[])))""";

    /** Whether somebody has built the period that ended then. */
    public boolean built(Handle tx, String portal, Instant periodTo) {
        return tx.createQuery("SELECT count(*) FROM period WHERE portal = :portal AND period_to = :to")
                        .bind("portal", portal)
                        .bind("to", periodTo)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Writes down that a period is built: the primary key lets it happen once. */
    public void addPeriod(Handle tx, String portal, DigestPeriod period, Instant now, boolean late) {
        tx.createUpdate(
                        """
                        INSERT INTO period (portal, period_from, period_to, built_at, late)
                        VALUES (:portal, :from, :to, :now, :late)""")
                .bind("portal", portal)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("now", now)
                .bind("late", late)
                .execute();
    }

    /** The periods that are built and ended after an instant, up to another one. */
    public List<DigestPeriod> endedBetween(Handle tx, String portal, Instant after, Instant to) {
        return tx.createQuery(
                        """
                        SELECT period_from, period_to FROM period
                        WHERE portal = :portal AND period_to > :after AND period_to <= :to""")
                .bind("portal", portal)
                .bind("after", after)
                .bind("to", to)
                .map((row, context) -> new DigestPeriod(
                        row.getTimestamp("period_from").toInstant(),
                        row.getTimestamp("period_to").toInstant()))
                .list();
    }

    /** Stores a digest, whom it shows what, and the delivery that workers will make. */
    public void add(Handle tx, Digest digest) {
        UUID id = UUID.fromString(digest.id());
        tx.createUpdate(
                        """
                        INSERT INTO digest (id, portal, contact_id, period_from, period_to, built_at, responses, deferred,
                                            support_groups, content)
                        VALUES (:id, :portal, :contact, :from, :to, :built, :responses, :deferred, :groups, :content)""")
                .bind("id", id)
                .bind("portal", digest.source().code())
                .bind("contact", digest.recipient().contactId())
                .bind("from", digest.period().from())
                .bind("to", digest.period().to())
                .bind("built", digest.builtAt())
                .bind("responses", digest.items().size())
                .bind("deferred", digest.waiting())
                .bindArray("groups", String.class, digest.groups())
                .bind("content", write(digest))
                .execute();
        PreparedBatch shown = tx.prepareBatch(
                """
                INSERT INTO shown (portal, response_id, contact_id, digest_id)
                VALUES (:portal, :response, :contact, :digest)""");
        for (Digest.Item item : digest.items()) {
            shown.bind("portal", digest.source().code())
                    .bind("response", item.decision().responseId())
                    .bind("contact", digest.recipient().contactId())
                    .bind("digest", id)
                    .add();
        }
        shown.execute();
        ToldCases.add(tx, id, cases(digest));
    }

    private static List<String> cases(Digest digest) {
        return digest.items().stream()
                .map(item -> Ids.ofCase(digest.source().code(), item.decision().ticketId()))
                .toList();
    }

    /** A digest that nobody was sent yet says something else now; what was rendered of it before is rendered anew (C10). */
    public void rewrite(Handle tx, Digest digest) {
        tx.createUpdate(
                        """
                        UPDATE digest SET content = :content, responses = :responses, subject = NULL, html = NULL,
                               body = NULL, pdf = NULL
                        WHERE id = :id""")
                .bind("content", write(digest))
                .bind("responses", digest.items().size())
                .bind("id", UUID.fromString(digest.id()))
                .execute();
        ToldCases.replace(tx, UUID.fromString(digest.id()), cases(digest));
    }

    /** A digest with all that it says. */
    public Optional<Digest> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT content FROM digest WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row.getBytes("content")))
                .findOne();
    }

    /** The digests of a period, in the order of their contacts. */
    public List<DigestSummary> of(Handle handle, String portal, Instant periodTo) {
        return handle.createQuery(
                        DigestSummary.SELECT + " WHERE d.portal = :portal AND d.period_to = :to ORDER BY d.contact_id")
                .bind("portal", portal)
                .bind("to", periodTo)
                .map(DigestSummary.MAPPER)
                .list();
    }

    /** The digests whose period ended in [from, to), newest first, as far as they are seen. */
    public List<DigestSummary> between(
            Handle handle, String portal, Instant from, Instant to, Sight sight, int size, long offset) {
        return handle.createQuery(DigestSummary.SELECT
                        + " WHERE d.portal = :portal AND d.period_to >= :from AND d.period_to < :to AND "
                        + SEEN
                        + " ORDER BY d.period_to DESC, d.contact_id LIMIT :size OFFSET :offset")
                .bind("portal", portal)
                .bind("from", from)
                .bind("to", to)
                .bind("groups", sight.array())
                .bind("contact", sight.contact())
                .bind("size", size)
                .bind("offset", offset)
                .map(DigestSummary.MAPPER)
                .list();
    }

    /** How many there are, as far as they are seen. */
    public long count(Handle handle, String portal, Instant from, Instant to, Sight sight) {
        return handle.createQuery("SELECT count(*) FROM digest d"
                        + " WHERE d.portal = :portal AND d.period_to >= :from AND d.period_to < :to AND "
                        + SEEN)
                .bind("portal", portal)
                .bind("from", from)
                .bind("to", to)
                .bind("groups", sight.array())
                .bind("contact", sight.contact())
                .mapTo(Long.class)
                .one();
    }

    private static byte[] write(Digest digest) {
        try {
            // By way of text: half a surrogate pair in a survey becomes "?" there, and an error in Jackson's own UTF-8.
            return Json.MAPPER.writeValueAsString(digest).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a digest cannot be written", e);
        }
    }

    private static Digest read(byte[] json) {
        try {
            return Json.read(json, Digest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored digest cannot be read", e);
        }
    }
}
