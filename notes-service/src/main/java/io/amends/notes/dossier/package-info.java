/** The file of a ticket: its responses, its case and the marks of its notes, and what each event makes of it. */
@NullMarked
package io.amends.notes.dossier;

import org.jspecify.annotations.NullMarked;
