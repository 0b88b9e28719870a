package io.amends.dashboard.deliveries;

import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.AttemptOutcome;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveryAttempt;
import io.amends.contracts.api.ResendRefusal;
import io.amends.dashboard.deliveries.DeliveriesView.DeliveryStanding;
import io.amends.dashboard.layout.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words what a delivery is and how far (F7). */
@ApplicationScoped
class DeliveryWords {
    private final DeliveriesMessages messages;
    private final Formats formats;

    DeliveryWords(DeliveriesMessages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** What it is about: what it is called, or else what kind of message it is. */
    String what(ListedDelivery one) {
        if (one.subject() != null) {
            return one.subject();
        }
        return switch (one.channel()) {
            case EMAIL -> one.digestId() == null ? messages.alert() : messages.digest();
            case SMS -> one.digestId() == null ? messages.alert() : messages.digestText();
            case TEAMS, SLACK, WEBHOOK -> messages.post();
        };
    }

    String channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> messages.email();
            case SMS -> messages.sms();
            case TEAMS -> messages.teams();
            case SLACK -> messages.slack();
            case WEBHOOK -> messages.webhook();
        };
    }

    String state(DeliveryState state) {
        return switch (state) {
            case QUEUED -> messages.queued();
            case HELD -> messages.held();
            case SENDING -> messages.sending();
            case SENT -> messages.sent();
            case FAILED -> messages.failed();
            case SKIPPED -> messages.skipped();
        };
    }

    DeliveryStanding standing(ListedDelivery one, ZoneId zone) {
        return new DeliveryStanding(state(one.state()), looks(one.state()), more(one, zone));
    }

    /** How an attempt ended. */
    String outcome(@Nullable AttemptOutcome outcome) {
        if (outcome == null) {
            return messages.running();
        }
        return switch (outcome) {
            case SENT -> messages.taken();
            case FAILED -> messages.notTaken();
            case LOST -> messages.lost();
        };
    }

    static String looks(@Nullable AttemptOutcome outcome) {
        if (outcome == null) {
            return "quiet";
        }
        return switch (outcome) {
            case SENT -> "done";
            case FAILED -> "urgent";
            case LOST -> "due";
        };
    }

    /** What the other side said: the number and the words of its answer, or what was met instead. */
    static @Nullable String answer(DeliveryAttempt attempt) {
        if (attempt.code() == null) {
            return attempt.error();
        }
        return Stream.of(attempt.code().toString(), attempt.answer())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Why it was not sent again. */
    String refusal(ResendRefusal cause) {
        return switch (cause) {
            case UNDER_WAY -> messages.underWay();
            case SENT_AGAIN -> messages.sentMeanwhile();
            case SKIPPED -> messages.skippedOnPurpose();
            case CONTACT_LEFT -> messages.contactLeft();
            case NO_ADDRESS -> messages.noAddress();
            case STOPPED -> messages.hasStopped();
            case TAKEN_BACK -> messages.takenBack();
        };
    }

    private @Nullable String more(ListedDelivery one, ZoneId zone) {
        return switch (one.state()) {
            case QUEUED ->
                one.attempts().isEmpty()
                        ? messages.queuedFirst()
                        : messages.queuedAgain(one.attempts().size());
            case HELD -> held(one.until(), why(one.why()), zone);
            case SENDING, SENT -> null;
            case FAILED -> one.error();
            case SKIPPED -> why(one.why());
        };
    }

    private @Nullable String held(@Nullable Instant until, @Nullable String why, ZoneId zone) {
        return until == null || why == null ? why : messages.heldUntil(formats.at(until, zone), why);
    }

    private @Nullable String why(@Nullable DeliveryWhy why) {
        if (why == null) {
            return null;
        }
        return switch (why) {
            case WEEKEND -> messages.weekend();
            case QUIET_TIME -> messages.quietTime();
            case IN_MONDAYS -> messages.inMondays();
            case NO_SMS -> messages.noSms();
            case NOTHING_LEFT -> messages.nothingLeft();
            case STOPPED -> messages.stopped();
            case NUMBER_IMPOSSIBLE -> messages.numberImpossible();
        };
    }

    private static String looks(DeliveryState state) {
        return switch (state) {
            case QUEUED, HELD, SENDING -> "due";
            case SENT -> "done";
            case FAILED -> "urgent";
            case SKIPPED -> "quiet";
        };
    }
}
