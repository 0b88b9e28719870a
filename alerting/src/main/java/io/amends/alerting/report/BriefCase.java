package io.amends.alerting.report;

/**
 * One case as a line. Texts are clean, short, and not escaped.
 *
 * @param number from 1, over all parts
 * @param customer name and company
 * @param score such as "1 of 5"
 * @param link opens the notes of this case
 */
public record BriefCase(int number, String customer, String score, String link) {}
