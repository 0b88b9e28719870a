package io.amends.rules.events;

import io.amends.contracts.SurveyRecorded;
import io.amends.rules.matching.RuleBook;

/**
 * A recorded event as far as it takes to decide about it.
 *
 * @param survey its response has only what the rules ask for
 * @param book the rules that were asked what they want, and that must therefore decide
 * @param data the event's data, of which the response's JSON is the bytes {@code from} (included) to {@code to} (excluded)
 */
public record RecordedEvent(SurveyRecorded survey, RuleBook book, byte[] data, int from, int to) {}
