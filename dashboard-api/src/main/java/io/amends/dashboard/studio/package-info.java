/** The rule studio (F5): build rules, see what they would do, publish them, and ask why. */
@NullMarked
package io.amends.dashboard.studio;

import org.jspecify.annotations.NullMarked;
