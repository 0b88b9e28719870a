package io.amends.ingest.recorder;

import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.EventTypes;
import io.amends.contracts.ResponseState;
import io.amends.ingest.response.Ledger;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.PortalTopics;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.ingest.watch.HeardOrigins;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.failure.Failures;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.ConsumerStep;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.Rejection;
import io.amends.kit.outbox.Outbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Records what was submitted (A2–A5): one poll, one transaction. The kit's inbox does not fit here, since the identity
 * of a delivery is within its portal and another body under the same id must be told from a repetition
 * ({@link DeliveryLog}).
 */
@ApplicationScoped
public class RecorderStep implements ConsumerStep {
    /** The consumer's name: its dead letters are in {@code <submitted>.recorder.dlq}. */
    static final String NAME = "recorder";

    private static final Logger LOG = Logger.getLogger(RecorderStep.class);

    private final Consumers consumers;
    private final Jdbi jdbi;
    private final Migrations migrations;
    private final DirectoryView directory;
    private final Books books;
    private final HeardOrigins heard;
    private final Outbox outbox;
    private final RecorderMetrics metrics;
    private final PortalTopics portalTopics;
    private final SubmissionReader reader = new SubmissionReader();

    RecorderStep(
            Consumers consumers,
            Jdbi jdbi,
            Migrations migrations,
            DirectoryView directory,
            Books books,
            HeardOrigins heard,
            Outbox outbox,
            RecorderMetrics metrics,
            @ConfigProperty(name = "amends.portal-topics") Optional<String> portalTopics) {
        this.consumers = consumers;
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.directory = directory;
        this.books = books;
        this.heard = heard;
        this.outbox = outbox;
        this.metrics = metrics;
        this.portalTopics = PortalTopics.of(portalTopics.orElse(""));
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public List<Rejection> process(List<Received> batch) throws InterruptedException {
        requireReady();
        List<Rejection> rejected = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        List<Parking.ParkedRecord> waiting = new ArrayList<>();
        for (Received record : batch) {
            try {
                Delivery delivery = read(record, portalTopics.portal(record.topic()));
                if (directory.portal(delivery.portal()) == null) {
                    waiting.add(new Parking.ParkedRecord(delivery.portal(), record));
                } else {
                    deliveries.add(delivery);
                }
            } catch (Malformed | PermanentFailure e) {
                rejected.add(new Rejection(record, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // Whatever cannot be read now cannot be read later; nothing outside was asked for it.
                LOG.error("a submitted record cannot be read", Failures.withoutWords(e));
                rejected.add(new Rejection(record, "the event cannot be read; the log of survey-ingest says more"));
            }
        }
        jdbi.useTransaction(tx -> {
            Parking.park(tx, waiting);
            record(tx, deliveries);
        });
        outbox.wake();
        return rejected;
    }

    /**
     * Records what waited for its portal, in the caller's transaction. Whose each record is was said when it was parked: its
     * topic may be another portal's by now.
     */
    void recordArrived(Handle tx, List<Parking.ParkedRecord> arrived) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Parking.ParkedRecord parked : arrived) {
            try {
                deliveries.add(read(parked.record(), parked.portal()));
            } catch (Malformed e) {
                throw new IllegalStateException("a parked record cannot be read any more", e);
            }
        }
        record(tx, deliveries);
        tx.afterCommit(outbox::wake);
    }

    /** Whether the schema is there and the directory is complete: judged by half of it, all would be quarantined. */
    boolean ready() throws InterruptedException {
        return migrations.await(0) && directory.call().getStatus() == HealthCheckResponse.Status.UP;
    }

    private void requireReady() throws InterruptedException {
        if (!ready()) {
            throw new TransientFailure("waiting for the database's schema and for the directory");
        }
    }

    private void record(Handle tx, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        DeliveryLog.LoggedBatch entered = DeliveryLog.enter(tx, deliveries);
        List<Delivery> fresh = entered.fresh();
        if (!fresh.isEmpty()) {
            Ledger ledger = books.post(
                    tx,
                    fresh.stream().map(Delivery::response).distinct().toList(),
                    fresh.stream().map(Delivery::ticketKey).toList(),
                    ResponseHistory.ChangeOrigin.source(fresh.stream()
                            .collect(Collectors.toMap(Delivery::version, Delivery::bringing, (one, same) -> one))),
                    l -> fresh.forEach(d -> l.submit(d.version())));
            tx.afterCommit(() -> metrics.recorded(fresh.size(), ledger.stale().size(), (int) ledger.changes().stream()
                    .filter(c -> c.after().state() == ResponseState.QUARANTINED)
                    .count()));
        }
        heard.hear(tx, fresh.stream().flatMap(Delivery::heard).toList());
        tx.afterCommit(
                () -> metrics.repeated(entered.repeated(), entered.conflicts().size()));
    }

    private Delivery read(Received record, @Nullable String portal) throws Malformed {
        CloudEvent event = record.event();
        if (!event.type().equals(EventTypes.SURVEY_SUBMITTED)) {
            throw new PermanentFailure("the type is " + event.type() + ", not " + EventTypes.SURVEY_SUBMITTED);
        }
        Submission submission = reader.read(event.data(), portal);
        return Delivery.of(
                event, submission, record.acceptedAt(), CloudEvents.text(record.headers(), CloudEventHeaders.KEY));
    }
}
