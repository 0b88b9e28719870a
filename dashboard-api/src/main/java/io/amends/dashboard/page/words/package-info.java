/** How times are said. Plain Java. */
@NullMarked
package io.amends.dashboard.page.words;

import org.jspecify.annotations.NullMarked;
