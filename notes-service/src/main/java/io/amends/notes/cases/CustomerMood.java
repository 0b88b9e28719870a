package io.amends.notes.cases;

/**
 * How the customer of a case feels.
 *
 * @param unhappy whether an unhappy response stands behind the case, not only an opportunity
 * @param satisfiedNow whether the newest answer is happy after an unhappy one (A4)
 */
public record CustomerMood(boolean unhappy, boolean satisfiedNow) {}
