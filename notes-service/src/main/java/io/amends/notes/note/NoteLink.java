package io.amends.notes.note;

/**
 * Where a note stands in the hash chain of its ticket (D5).
 *
 * @param position from 1, without gaps
 * @param digest of the salted content
 * @param hash of this note and the one before it
 */
public record NoteLink(long position, String digest, String hash) {}
