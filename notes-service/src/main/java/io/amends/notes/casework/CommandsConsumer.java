package io.amends.notes.casework;

import io.amends.contracts.CloseCase;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Reason;
import io.amends.kit.access.Signature;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.inbound.Consumers;
import io.amends.kit.inbound.EventHandler;
import io.amends.kit.inbound.Received;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.ClosingRule;
import io.amends.notes.casework.CloseDesk.Closure;
import io.amends.notes.dossier.CaseEvent;
import io.amends.notes.filing.RecoveryCaseTable;
import io.amends.notes.filing.TicketDesk;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Closes cases for CRMs (D8). What cannot be closed as asked goes to the dead letters, with the reason a person would get. */
@ApplicationScoped
public class CommandsConsumer implements EventHandler<CommandsConsumer.SentCommand> {
    private static final String NAME = "commands";

    /**
     * A closing as a program has sent it.
     *
     * @param source the source of its event
     */
    record SentCommand(String source, CloseCase close) {}

    private final Consumers consumers;
    private final CloseDesk closing;
    private final TicketDesk desk;

    /** Events of the current batch that the metrics have not counted yet. */
    private List<CaseEvent> uncounted = List.of();

    CommandsConsumer(Consumers consumers, CloseDesk closing, TicketDesk desk) {
        this.consumers = consumers;
        this.closing = closing;
        this.desk = desk;
    }

    @Incoming(NAME)
    @Blocking
    CompletionStage<Void> hear(ConsumerRecords<byte[], byte[]> polled) {
        return consumers.hear(NAME, polled, this);
    }

    @Override
    @SuppressWarnings("NullAway") // this is where what came over the wire becomes what the types say
    public @Nullable SentCommand read(Received record, CloudEvent event) {
        if (!event.type().equals(EventTypes.CASE_CLOSE)) {
            return null;
        }
        CloseCase command = event.readSent(CloseCase.class);
        List<Reason> faults =
                new ArrayList<>(CaseClosing.faults(command.outcome(), command.rootCause(), command.approval()));
        if (command.portal() == null) {
            faults.add(new Reason("/portal", "is required"));
        }
        if (!faults.isEmpty()) {
            throw new PermanentFailure("the case cannot be closed: " + Reason.phrases(faults));
        }
        if ((command.caseId() == null) == (command.ticketId() == null)) {
            throw new PermanentFailure("closing a case needs either its caseId or its ticketId");
        }
        return new SentCommand(event.source(), command);
    }

    @Override
    public void apply(Handle tx, List<SentCommand> batch) {
        List<CaseEvent> events = new ArrayList<>();
        for (SentCommand command : batch) {
            events.addAll(close(tx, command).events());
        }
        uncounted = events;
    }

    @Override
    public void committed() {
        desk.committed(uncounted);
        uncounted = List.of();
    }

    private Closure close(Handle tx, SentCommand sent) {
        CloseCase command = sent.close();
        CaseClosing words =
                new CaseClosing(command.outcome(), command.rootCause(), command.sendFollowUp(), command.approval());
        Closure closed = RecoveryCaseTable.ticket(tx, command.portal(), command.caseId(), command.ticketId())
                .flatMap(ticket -> closing.close(tx, desk.take(tx, ticket), words, Signature.program(sent.source())))
                .orElseThrow(() -> new PermanentFailure("there is no such case in that portal"));
        if (closed.verdict() instanceof ClosingRule.ClosedOtherwise otherwise) {
            throw new PermanentFailure("the case was already closed as " + otherwise.outcome());
        }
        if (closed.verdict() instanceof ClosingRule.TooEarly early) {
            throw new PermanentFailure(
                    "the customer was spoken to less than two weeks ago; the case cannot be closed as unresponsive before "
                            + early.earliest());
        }
        return closed;
    }
}
