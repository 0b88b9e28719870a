/** What the notes dialog shows and whom it takes for the author (D1, D2). Plain Java. */
@NullMarked
package io.amends.dashboard.recovery.core;

import org.jspecify.annotations.NullMarked;
