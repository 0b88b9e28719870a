package io.amends.alerting.delivery;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.delivery.HeldDeliveries.HeldDelivery;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.period.DigestPeriod;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.period.Weekend;
import io.amends.alerting.sms.HeldText;
import io.amends.alerting.sms.PlannedText;
import io.amends.alerting.sms.PlannedText.ListedDigest;
import io.amends.alerting.sms.SmsMessages;
import io.amends.alerting.sms.SmsWriter;
import io.amends.contracts.Delivered;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.amends.kit.time.AlertInstants;
import io.amends.messages.Languages;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Queues the text messages beside the digests of a period, in the transaction that builds it (C3), and holds and releases those
 * of a weekend (C4). Sends nothing: that is for the workers.
 */
@Singleton
public class DigestTexts {
    private static final RowMapper<HeldText> HELD = ConstructorMapper.of(HeldText.class);
    /** A weekend's end is less than this after its Saturday. */
    private static final Duration WEEKEND = Duration.ofDays(4);

    private final DigestStore digests;
    private final SmsStops stops;
    private final TwilioApi api;
    private final Outbox outbox;
    private final Function<Locale, SmsMessages> sentences;

    DigestTexts(
            DigestStore digests, SmsStops stops, TwilioApi api, Outbox outbox, @Any Instance<SmsMessages> sentences) {
        this.digests = digests;
        this.stops = stops;
        this.api = api;
        this.outbox = outbox;
        this.sentences = Languages.each(sentences);
    }

    /** How a new delivery stands. */
    private record Standing(DeliveryState state, @Nullable Instant until, @Nullable DeliveryWhy why) {}

    /** Whether text messages wait for that period, so that it is built although it may list nothing. */
    public boolean waitFor(Handle tx, PortalDirectory directory, DigestPeriod period) {
        return !held(tx, directory, period).isEmpty();
    }

    /** Queues the text messages of a period that is built now: one a contact, with what was held for this period. */
    public void queue(Handle tx, PortalDirectory directory, DigestPeriod period, List<Digest> built, Instant now) {
        boolean none = !api.isSet() || !directory.portal().sms();
        Instant until = none ? null : until(tx, directory, period);
        for (PlannedText planned : PlannedText.of(none ? Map.of() : listed(built), held(tx, directory, period))) {
            String number = none ? null : number(directory.contacts().get(planned.contactId()), planned);
            for (HeldText counted : planned.counted()) {
                DeliveryWhy why = number == null ? DeliveryWhy.NO_SMS : DeliveryWhy.IN_MONDAYS;
                skip(tx, directory.cpc(), counted, why, now);
            }
            if (number != null) {
                add(tx, directory, period, planned, number, until, now);
            }
        }
    }

    /** The digests that a text message counts. */
    public List<UUID> digests(Handle tx, UUID delivery) {
        return tx.createQuery("SELECT unnest(digests) FROM sms_text WHERE id = :id")
                .bind("id", delivery)
                .mapTo(UUID.class)
                .list();
    }

    /**
     * A held text message goes to its contact's number of now, and says how many are left (C10). Who has left the directory gets
     * what they were to hear.
     *
     * @param several whether it counts more than one digest
     * @return why it is to be skipped, since nobody is left, or that number can be sent nothing; null: it is queued
     */
    public @Nullable DeliveryWhy release(
            Handle tx, PortalDirectory directory, HeldDelivery held, int customers, boolean several) {
        Contact contact = directory.contacts().get(held.contactId());
        String now = contact == null ? address(tx, held.id()) : contact.textNumber();
        String number = api.isSet() && directory.portal().sms() ? now : null;
        if (number == null) {
            return DeliveryWhy.NO_SMS;
        }
        DeliveryWhy why =
                customers == 0 ? DeliveryWhy.NOTHING_LEFT : stops.unfit(tx, directory.cpc(), held.contactId(), number);
        if (why != null) {
            return why;
        }
        tx.createUpdate("UPDATE sms_text SET customers = :customers, body = :body WHERE id = :id")
                .bind("customers", customers)
                .bind("body", text(directory, held.contactId(), customers, several))
                .bind("id", held.id())
                .execute();
        HeldDeliveries.queue(tx, held.id(), number);
        return null;
    }

    private static String address(Handle tx, UUID delivery) {
        return tx.createQuery("SELECT address FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one();
    }

    /** The text of a delivery. */
    String body(Handle handle, UUID delivery) {
        return handle.createQuery("SELECT body FROM sms_text WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one();
    }

    private static Map<String, ListedDigest> listed(List<Digest> built) {
        return built.stream()
                .collect(Collectors.toMap(
                        digest -> digest.recipient().contactId(),
                        digest -> new ListedDigest(UUID.fromString(digest.id()), unhappy(digest))));
    }

    private static int unhappy(Digest digest) {
        return (int) digest.items().stream()
                .filter(item -> item.decision().kind() == RecoveryDecided.Kind.RECOVERY)
                .count();
    }

    /** The alert instant that text messages of this period wait for; null where they wait for none. */
    private @Nullable Instant until(Handle tx, PortalDirectory directory, DigestPeriod period) {
        Portal portal = directory.portal();
        Weekend weekend = new Weekend(portal.timeZone());
        if (portal.weekendAlerts() || !weekend.has(period)) {
            return null;
        }
        // Whoever builds a weekend after its Monday would wait for ever.
        boolean over = digests
                .endedBetween(tx, directory.cpc(), period.to(), period.to().plus(WEEKEND))
                .stream()
                .anyMatch(later -> weekend.releases(later, period.to()));
        return over ? null : weekend.end(period, new AlertInstants(portal.alertTime(), portal.timeZone()));
    }

    private static List<HeldText> held(Handle tx, PortalDirectory directory, DigestPeriod period) {
        Weekend weekend = new Weekend(directory.portal().timeZone());
        return tx
                .createQuery(
                        """
                        SELECT v.id, v.contact_id, v.digest_id, v.address AS number, t.period_to, t.customers
                        FROM delivery v JOIN sms_text t ON t.id = v.id
                        WHERE v.portal = :portal AND v.state = 'HELD' AND v.why = :why""")
                .bind("portal", directory.cpc())
                .bind("why", DeliveryWhy.WEEKEND.name())
                .map(HELD)
                .list()
                .stream()
                .filter(text -> weekend.releases(period, text.periodTo()))
                .toList();
    }

    /** Where it goes: as the directory has the contact now. Who has left it hears what they were to hear, where they were. */
    private static @Nullable String number(@Nullable Contact contact, PlannedText planned) {
        if (contact != null) {
            return contact.textNumber();
        }
        List<HeldText> counted = planned.counted();
        return counted.isEmpty() ? null : counted.get(counted.size() - 1).number();
    }

    private void skip(Handle tx, String portal, HeldText held, DeliveryWhy why, Instant now) {
        HeldDeliveries.skip(tx, held.id(), why);
        Standing skipped = new Standing(DeliveryState.SKIPPED, null, why);
        tell(tx, portal, held, skipped, now);
    }

    private void add(
            Handle tx,
            PortalDirectory directory,
            DigestPeriod period,
            PlannedText planned,
            String number,
            @Nullable Instant until,
            Instant now) {
        String portal = directory.cpc();
        UUID id = Ids.v5("delivery", portal, period.to().toString(), planned.contactId(), Delivered.Channel.SMS.name());
        Instant quiet = QuietTime.until(directory.portal(), directory.contacts().get(planned.contactId()), now);
        Standing standing = standing(tx, portal, planned.contactId(), number, until, quiet);
        tx.createUpdate(
                        """
                        INSERT INTO delivery (id, portal, channel, digest_id, contact_id, address, state, until, why)
                        VALUES (:id, :portal, :channel, :digest, :contact, :number, :state, :until, :why)""")
                .bind("id", id)
                .bind("portal", portal)
                .bind("channel", Delivered.Channel.SMS.name())
                .bind("digest", planned.digestId())
                .bind("contact", planned.contactId())
                .bind("number", number)
                .bind("state", standing.state().name())
                .bind("until", standing.until())
                .bind("why", standing.why() == null ? null : standing.why().name())
                .execute();
        tx.createUpdate(
                        """
                        INSERT INTO sms_text (id, period_to, customers, body, digests)
                        VALUES (:id, :to, :customers, :body,
                                ARRAY(SELECT unnest(t.digests) FROM sms_text t WHERE t.id = ANY (:counted)
                                      UNION SELECT CAST(:digest AS uuid)))""")
                .bind("id", id)
                .bind("to", period.to())
                .bind("customers", planned.customers())
                .bind(
                        "body",
                        text(
                                directory,
                                planned.contactId(),
                                planned.customers(),
                                !planned.counted().isEmpty()))
                .bindArray(
                        "counted",
                        UUID.class,
                        planned.counted().stream().map(HeldText::id).toList())
                .bind("digest", planned.digestId())
                .execute();
        if (standing.why() != null) {
            HeldText text =
                    new HeldText(id, planned.contactId(), planned.digestId(), number, period.to(), planned.customers());
            tell(tx, portal, text, standing, now);
        }
    }

    private Standing standing(
            Handle tx, String portal, String contact, String number, @Nullable Instant until, @Nullable Instant quiet) {
        if (until != null) {
            return new Standing(DeliveryState.HELD, until, DeliveryWhy.WEEKEND);
        }
        DeliveryWhy unfit = stops.unfit(tx, portal, contact, number);
        if (unfit != null) {
            return new Standing(DeliveryState.SKIPPED, null, unfit);
        }
        return quiet == null
                ? new Standing(DeliveryState.QUEUED, null, null)
                : new Standing(DeliveryState.HELD, quiet, DeliveryWhy.QUIET_TIME);
    }

    private String text(PortalDirectory directory, String contactId, int customers, boolean weekend) {
        Portal portal = directory.portal();
        Contact reader = directory.contacts().get(contactId);
        Locale locale = Languages.of(reader == null ? null : reader.language(), portal.language());
        return new SmsWriter(sentences.apply(locale), locale).text(portal.name(), customers, weekend);
    }

    /** Says of a text message that it is held, or not sent. */
    private void tell(Handle tx, String portal, HeldText text, Standing standing, Instant now) {
        String digest = text.digestId().toString();
        outbox.add(
                tx,
                List.of(HeldDeliveries.event(
                        text.id(),
                        digest,
                        portal,
                        Delivered.Channel.SMS,
                        digest,
                        text.contactId(),
                        standing.until(),
                        Objects.requireNonNull(standing.why()),
                        now)));
    }
}
