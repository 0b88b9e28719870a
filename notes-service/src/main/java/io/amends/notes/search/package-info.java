/** Which responses a notes dialog is opened for, or where they went (D3, D4). */
@NullMarked
package io.amends.notes.search;

import org.jspecify.annotations.NullMarked;
