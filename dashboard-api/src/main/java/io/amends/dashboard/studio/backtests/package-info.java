/** Backtests: what rules would have done with the responses of some days (B7). */
@NullMarked
package io.amends.dashboard.studio.backtests;

import org.jspecify.annotations.NullMarked;
