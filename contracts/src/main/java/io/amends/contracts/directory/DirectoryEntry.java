package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The data of the events on the directory topic, {@code amends.portal} and the like, one for each {@link EntryType}; a
 * deletion is a tombstone instead.
 *
 * @param code the entry's code within the portal; a portal's own code on {@code amends.portal}
 * @param entry a {@link Portal}, a {@link Group} or another record of {@link EntryType}, by the event's type
 */
public record DirectoryEntry(String portal, String code, JsonNode entry) {}
