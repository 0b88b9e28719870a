/** What the compacted directory topic carries: portals with what is in them; and what makes JSON one of them. */
@NullMarked
package io.amends.contracts.directory;

import org.jspecify.annotations.NullMarked;
