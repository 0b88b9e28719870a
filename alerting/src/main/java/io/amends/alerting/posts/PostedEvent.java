package io.amends.alerting.posts;

import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.SourceSilence;
import io.amends.kit.event.CloudEvent;

/** An event that channels may want. */
sealed interface PostedEvent {

    /** The event as it came. */
    CloudEvent event();

    /** The code of the portal that it is of. */
    String portal();

    /** A decision about a response that someone should act on. */
    record OfDecision(CloudEvent event, RecoveryDecided decision) implements PostedEvent {
        @Override
        public String portal() {
            return decision.portal();
        }
    }

    /** A request without a survey (A9). */
    record OfRequest(CloudEvent event, RequestFiled request) implements PostedEvent {
        @Override
        public String portal() {
            return request.portal();
        }
    }

    /** Somebody is silent, or sends again (A11). */
    record OfSilence(CloudEvent event, SourceSilence told, boolean over) implements PostedEvent {
        @Override
        public String portal() {
            return told.portal();
        }
    }

    /** Responses wait in quarantine (A7). */
    record OfQuarantine(CloudEvent event, QuarantineWaiting told) implements PostedEvent {
        @Override
        public String portal() {
            return told.portal();
        }
    }
}
