package io.amends.dashboard.preferences.beginning;

/**
 * What comes next in a new portal.
 *
 * @param contact whether there is a contact
 * @param group whether there is a group
 * @param survey a survey to send, as JSON
 * @param ingest the address of the service that takes surveys
 */
public record NextStepsView(String head, boolean contact, boolean group, String survey, String ingest) {}
