/** Alert instants and the periods between them, as pure rules over a portal's alert time and zone. */
@NullMarked
package io.amends.alerting.period;

import org.jspecify.annotations.NullMarked;
