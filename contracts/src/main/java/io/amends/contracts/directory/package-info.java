/** What the compacted directory topic carries: portals, groups, contacts, segments. */
@NullMarked
package io.amends.contracts.directory;

import org.jspecify.annotations.NullMarked;
