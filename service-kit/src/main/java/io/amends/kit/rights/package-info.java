/** What each role may, and where: the one place that decides (H1). Plain Java. */
@NullMarked
package io.amends.kit.rights;

import org.jspecify.annotations.NullMarked;
