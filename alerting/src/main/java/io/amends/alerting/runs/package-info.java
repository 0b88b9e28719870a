/** Digest runs: when a period is built, by the clock or by hand, and what HTTP shows of the digests. */
@NullMarked
package io.amends.alerting.runs;

import org.jspecify.annotations.NullMarked;
