/** A ticket and what is known of the responses to it. */
@NullMarked
package io.amends.notes.ticket;

import org.jspecify.annotations.NullMarked;
