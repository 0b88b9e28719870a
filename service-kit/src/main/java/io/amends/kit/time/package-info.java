/** When people work: business days, hours and holidays in a zone, as a pure function of a calendar (D7, D10, D12). */
@NullMarked
package io.amends.kit.time;

import org.jspecify.annotations.NullMarked;
