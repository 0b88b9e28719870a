/** The passwords of people: set by the link of an invitation, and changed by their owner (H1). */
@NullMarked
package io.amends.dashboard.passwords;

import org.jspecify.annotations.NullMarked;
