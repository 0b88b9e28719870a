/** Who calls, and which portals they may see. */
@NullMarked
package io.amends.kit.access;

import org.jspecify.annotations.NullMarked;
