/** Import and export of groups, contacts and segments as CSV (F6). */
@NullMarked
package io.amends.dashboard.preferences.transfer;

import org.jspecify.annotations.NullMarked;
