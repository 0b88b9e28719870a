/** Events written with their effect, and published after it. */
@NullMarked
package io.amends.kit.outbox;

import org.jspecify.annotations.NullMarked;
