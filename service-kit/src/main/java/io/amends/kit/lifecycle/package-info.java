/** Start, stop, what runs in between on a thread of its own, and not outliving the stack. */
@NullMarked
package io.amends.kit.lifecycle;

import org.jspecify.annotations.NullMarked;
