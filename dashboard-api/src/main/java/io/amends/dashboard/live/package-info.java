/** What arrives, as it arrives. */
@NullMarked
package io.amends.dashboard.live;

import org.jspecify.annotations.NullMarked;
