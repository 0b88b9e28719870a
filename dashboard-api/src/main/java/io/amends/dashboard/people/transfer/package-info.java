/** Import and export of a portal's people as CSV (F6, H1). */
@NullMarked
package io.amends.dashboard.people.transfer;

import org.jspecify.annotations.NullMarked;
