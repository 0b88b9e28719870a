/** A ticket's file: its responses, its case, its notes, kept together under one lock. */
@NullMarked
package io.amends.notes.ticket;

import org.jspecify.annotations.NullMarked;
