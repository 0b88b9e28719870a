/** Portals and what is in them, as the compacted topic tells them. */
@NullMarked
package io.amends.kit.directory;

import org.jspecify.annotations.NullMarked;
