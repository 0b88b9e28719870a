/** Hearing topics: at least once in, exactly once in effect. */
@NullMarked
package io.amends.kit.inbound;

import org.jspecify.annotations.NullMarked;
