/** CloudEvents as they come and go. */
@NullMarked
package io.amends.kit.event;

import org.jspecify.annotations.NullMarked;
