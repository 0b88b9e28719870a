package io.amends.notes.dossier;

/**
 * Something to publish about a ticket: a change of its case or notes, or a follow-up trigger.
 *
 * @param topic one of Topics
 * @param key the ticket's
 * @param type one of EventTypes
 * @param id the same for the same event
 * @param data the payload
 */
public record CaseEvent(String topic, String key, String type, String id, Object data) {}
