/** Finding the responses that a notes dialog is opened for, or saying where they went (D3, D4). */
@NullMarked
package io.amends.notes.recovery;

import org.jspecify.annotations.NullMarked;
