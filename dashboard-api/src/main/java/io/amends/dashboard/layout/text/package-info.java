/** How times are said. Plain Java. */
@NullMarked
package io.amends.dashboard.layout.text;

import org.jspecify.annotations.NullMarked;
