/** How times are said. Plain Java. */
@NullMarked
package io.amends.dashboard.layout.core;

import org.jspecify.annotations.NullMarked;
