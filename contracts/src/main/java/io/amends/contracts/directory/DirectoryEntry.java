package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The data of {@code amends.portal}, {@code amends.group}, {@code amends.contact} and {@code amends.segment}; a deletion
 * is a tombstone instead.
 *
 * @param code the entry's code within the portal; a portal's own code on {@code amends.portal}
 * @param entry a {@link Portal}, {@link Group}, {@link Contact} or {@link Segment}, by the event's type
 */
public record DirectoryEntry(String portal, String code, JsonNode entry) {}
