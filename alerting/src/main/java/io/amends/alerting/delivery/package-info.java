/** Sending: rows, claims, workers, SMTP. */
@NullMarked
package io.amends.alerting.delivery;

import org.jspecify.annotations.NullMarked;
