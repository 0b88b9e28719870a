package io.amends.notes.note;

/**
 * The part of a note that can be personal, kept apart with its salt, so that erasing both leaves a chain that verifies (D5).
 *
 * @param salt 16 random bytes in hex; without it the digest tells nothing about the text
 * @param author the typed name
 * @param identity the verified identity
 */
public record NoteContent(String salt, String author, String identity, String text) {}
