/** The life of a case: opened, moved, closed, reopened, and the follow-up trigger (D7, D8, E1, E2). */
@NullMarked
package io.amends.notes.cases;

import org.jspecify.annotations.NullMarked;
