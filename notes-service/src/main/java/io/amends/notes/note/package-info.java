/** The notes of a ticket, chained by hashes (D1, D5). */
@NullMarked
package io.amends.notes.note;

import org.jspecify.annotations.NullMarked;
