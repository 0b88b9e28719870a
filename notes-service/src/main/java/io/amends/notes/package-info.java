/** notes-service: cases, notes, closing and the follow-up trigger (D1–D8, E1, E2). */
@NullMarked
package io.amends.notes;

import org.jspecify.annotations.NullMarked;
