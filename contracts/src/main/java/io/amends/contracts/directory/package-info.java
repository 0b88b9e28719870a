/** What the compacted directory topic carries: portals, groups, contacts, segments; and what makes JSON one of them. */
@NullMarked
package io.amends.contracts.directory;

import org.jspecify.annotations.NullMarked;
