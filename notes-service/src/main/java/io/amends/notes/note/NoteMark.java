package io.amends.notes.note;

import java.time.Instant;

/** What a case needs to know of a note: which response it is on, when, and whether the customer was spoken to. */
public record NoteMark(String responseId, boolean spoke, Instant at) {}
