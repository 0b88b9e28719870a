package io.amends.notes.dossier;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;

/**
 * Something to publish about a ticket: a change of its case or notes, or a follow-up trigger.
 *
 * @param key the ticket's
 * @param id the same for the same event
 * @param data the payload
 */
public record CaseEvent(Kind kind, String key, String id, Object data) {

    /** What happened, and by which topic and type others hear of it. */
    public enum Kind {
        OPENED(Topics.CASES, EventTypes.CASE_OPENED),
        MOVED(Topics.CASES, EventTypes.CASE_MOVED),
        REOPENED(Topics.CASES, EventTypes.CASE_REOPENED),
        CLOSED(Topics.CASES, EventTypes.CASE_CLOSED),
        NOTE_ADDED(Topics.CASES, EventTypes.CASE_NOTE_ADDED),
        FOLLOW_UP_REQUESTED(Topics.FOLLOWUPS, EventTypes.FOLLOWUP_REQUESTED),
        FOLLOW_UP_SKIPPED(Topics.FOLLOWUPS, EventTypes.FOLLOWUP_SKIPPED);

        private final String topic;
        private final String type;

        Kind(String topic, String type) {
            this.topic = topic;
            this.type = type;
        }

        /** One of {@link EventTypes}. */
        public String type() {
            return type;
        }
    }

    /** One of {@link Topics}. */
    public String topic() {
        return kind.topic;
    }

    /** One of {@link EventTypes}. */
    public String type() {
        return kind.type;
    }
}
