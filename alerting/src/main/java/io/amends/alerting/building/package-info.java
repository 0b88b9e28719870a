/** When periods are built, by the clock or by hand, and how their digests are stored and listed. */
@NullMarked
package io.amends.alerting.building;

import org.jspecify.annotations.NullMarked;
