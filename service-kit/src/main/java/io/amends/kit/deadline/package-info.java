/** Who sends too slowly is cut off: a request is read whole within a limit, or its connection ends. */
@NullMarked
package io.amends.kit.deadline;

import org.jspecify.annotations.NullMarked;
