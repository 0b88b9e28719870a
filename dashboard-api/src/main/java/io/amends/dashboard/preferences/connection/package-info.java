/** The page on which a channel is connected (C8): its secrets, a test, and how it does. */
@NullMarked
package io.amends.dashboard.preferences.connection;

import org.jspecify.annotations.NullMarked;
