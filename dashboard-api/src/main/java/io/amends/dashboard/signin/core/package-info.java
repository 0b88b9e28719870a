/** Which users there are and where a request may come from. Plain Java. */
@NullMarked
package io.amends.dashboard.signin.core;

import org.jspecify.annotations.NullMarked;
