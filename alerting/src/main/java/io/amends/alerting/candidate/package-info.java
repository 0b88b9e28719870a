/** Decisions as they arrive from recovery-rules. */
@NullMarked
package io.amends.alerting.candidate;

import org.jspecify.annotations.NullMarked;
