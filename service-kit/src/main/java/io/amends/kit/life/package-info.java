/** Start, stop, and not outliving the stack. */
@NullMarked
package io.amends.kit.life;

import org.jspecify.annotations.NullMarked;
