/** Where files are kept: taken out under a lock, put back with the events that tell of them; and decisions as they arrive. */
@NullMarked
package io.amends.notes.filing;

import org.jspecify.annotations.NullMarked;
