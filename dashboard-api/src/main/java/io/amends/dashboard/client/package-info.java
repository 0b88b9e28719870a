/** What all clients of the other services share. */
@NullMarked
package io.amends.dashboard.client;

import org.jspecify.annotations.NullMarked;
