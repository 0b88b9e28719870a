/** A new portal, and what comes next in it (F6). */
@NullMarked
package io.amends.dashboard.preferences.beginning;

import org.jspecify.annotations.NullMarked;
