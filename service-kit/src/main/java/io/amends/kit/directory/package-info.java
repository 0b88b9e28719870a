/** Portals, groups, contacts and segments as the compacted topic tells them. */
@NullMarked
package io.amends.kit.directory;

import org.jspecify.annotations.NullMarked;
