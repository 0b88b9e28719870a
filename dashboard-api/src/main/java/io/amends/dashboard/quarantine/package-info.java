/** The pages of the quarantine: what waits and why, and its repair, one by one and many alike (A5, A6, F7). */
@NullMarked
package io.amends.dashboard.quarantine;

import org.jspecify.annotations.NullMarked;
