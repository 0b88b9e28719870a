/** Import and export of groups, contacts and segments as CSV, and what the import of people needs of it (F6). */
@NullMarked
package io.amends.dashboard.preferences.transfer;

import org.jspecify.annotations.NullMarked;
