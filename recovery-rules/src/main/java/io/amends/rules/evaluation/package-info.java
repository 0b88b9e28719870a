/** Asking what would be decided, and why something was. */
@NullMarked
package io.amends.rules.evaluation;

import org.jspecify.annotations.NullMarked;
