/** The append-only log of what was done, chained by hashes (D1, D2, D5). */
@NullMarked
package io.amends.notes.note;

import org.jspecify.annotations.NullMarked;
