package io.amends.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;

/** What was asked for would make an event that its topic refuses. Nothing of it is done, and who asked is told so. */
public final class EventTooLarge extends PermanentFailure {
    private static final long serialVersionUID = 1;

    private EventTooLarge(String type, long bytes, int most) {
        super("this would make an event %s of %d bytes; at most %d can be published".formatted(type, bytes, most));
    }

    static void check(OutboundEvent event) {
        long bytes = event.key().getBytes(UTF_8).length + (event.data() == null ? 0L : event.data().length);
        int most = Topics.mostBytes(event.topic());
        if (bytes > most) {
            throw new EventTooLarge(event.type(), bytes, most);
        }
    }
}
