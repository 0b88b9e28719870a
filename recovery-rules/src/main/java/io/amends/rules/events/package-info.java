/** Events as the hot path reads and writes them: token by token, and only what rules and decisions need (B9). */
@NullMarked
package io.amends.rules.events;

import org.jspecify.annotations.NullMarked;
