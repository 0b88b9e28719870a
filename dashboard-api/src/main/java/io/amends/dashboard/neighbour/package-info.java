/** What all clients of the other services share. */
@NullMarked
package io.amends.dashboard.neighbour;

import org.jspecify.annotations.NullMarked;
