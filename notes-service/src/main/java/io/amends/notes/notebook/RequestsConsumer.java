package io.amends.notes.notebook;

import io.amends.contracts.EventTypes;
import io.amends.contracts.OptOut;
import io.amends.contracts.RequestFiled;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.filing.OptOutTable;
import io.amends.notes.filing.PortalFactsView;
import io.amends.notes.filing.TicketDesk;
import io.amends.notes.note.Note;
import io.amends.notes.note.NoteContent;
import io.amends.notes.note.NoteFacts;
import io.amends.notes.ticket.TicketId;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hears what staff ask for without a survey: each request opens its ticket's case, or joins it, as its newest note (A9). And
 * hears which customers want no surveys.
 */
@ApplicationScoped
class RequestsConsumer implements EventHandler<RequestsConsumer.StaffWord> {
    private static final String NAME = "requests";

    private final Consumers consumers;
    private final NoteBook book;
    private final TicketDesk desk;
    private final PortalFactsView facts;

    /** Events of the current batch that the metrics have not counted yet. */
    private List<CaseEvent> uncounted = List.of();

    /** What is heard. */
    sealed interface StaffWord {}

    private record AskedFor(RequestFiled request) implements StaffWord {
        TicketId ticket() {
            return new TicketId(request.portal(), request.ticketId());
        }
    }

    private record OptedOut(OptOut customer, boolean out) implements StaffWord {}

    RequestsConsumer(Consumers consumers, NoteBook book, TicketDesk desk, PortalFactsView facts) {
        this.consumers = consumers;
        this.book = book;
        this.desk = desk;
        this.facts = facts;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    public @Nullable StaffWord read(Received record, CloudEvent event) {
        return switch (event.type()) {
            case EventTypes.REQUEST_FILED -> new AskedFor(whole(event.read(RequestFiled.class)));
            case EventTypes.CUSTOMER_OPTED_OUT -> new OptedOut(event.read(OptOut.class), true);
            case EventTypes.CUSTOMER_OPTED_IN -> new OptedOut(event.read(OptOut.class), false);
            default -> null;
        };
    }

    @Override
    public void apply(Handle tx, List<StaffWord> batch) {
        List<CaseEvent> events = new ArrayList<>();
        for (StaffWord word : batch) {
            if (word instanceof OptedOut told) {
                OptOutTable.keep(tx, told.customer(), told.out());
            }
        }
        // Tickets are locked in their order, and the requests of one stay in theirs.
        batch.stream()
                .filter(AskedFor.class::isInstance)
                .map(AskedFor.class::cast)
                .sorted(Comparator.comparing(AskedFor::ticket))
                .forEach(asked -> events.addAll(file(tx, asked)));
        uncounted = events;
    }

    @Override
    public void committed() {
        desk.committed(uncounted);
        uncounted = List.of();
    }

    private List<CaseEvent> file(Handle tx, AskedFor asked) {
        RequestFiled request = asked.request();
        Dossier file = desk.take(tx, asked.ticket());
        if (NoteLogTable.there(tx, request.requestId())) {
            return List.of();
        }
        NoteContent content = new NoteContent(book.salt(), request.author(), request.identity(), text(request));
        var newest = file.newest();
        NoteFacts note = new NoteFacts(
                request.requestId(),
                newest == null ? null : newest.responseId(),
                false,
                request.filedAt(),
                null,
                request.key(),
                request.facts());
        Note written =
                book.append(tx, file.id(), NoteLogTable.log(tx, file.id()).size(), note, content);
        return desk.file(tx, file, desk.turn(file).requested(request, written.view()));
    }

    /** What staff and customer said, in their words alone; what is asked for stands beside it. */
    private static String text(RequestFiled request) {
        return request.questions() == null
                ? request.description()
                : request.description() + "\n\n" + request.questions();
    }

    @SuppressWarnings("NullAway") // this is where what came over the wire becomes what the types say
    private RequestFiled whole(RequestFiled request) {
        boolean whole = Stream.of(
                        request.requestId(),
                        request.portal(),
                        request.ticketId(),
                        request.supportGroup(),
                        request.description(),
                        request.author(),
                        request.identity(),
                        request.type(),
                        request.format(),
                        request.filedAt())
                .allMatch(Objects::nonNull);
        if (!whole) {
            throw new PermanentFailure("a request needs its ids, type, format, description, author and time");
        }
        try {
            facts.await(request.portal(), request.supportGroup());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted while waiting for the directory", e);
        }
        return request;
    }
}
