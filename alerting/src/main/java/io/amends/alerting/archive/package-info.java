/** Periods and digests as they are kept: written once, read by whoever runs, sends or shows them. */
@NullMarked
package io.amends.alerting.archive;

import org.jspecify.annotations.NullMarked;
