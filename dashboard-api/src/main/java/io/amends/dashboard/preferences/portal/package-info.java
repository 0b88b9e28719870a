/** The overview of a portal's preferences, and the page of the portal itself (F6). */
@NullMarked
package io.amends.dashboard.preferences.portal;

import org.jspecify.annotations.NullMarked;
