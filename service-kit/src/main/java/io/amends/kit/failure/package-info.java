/** Errors that may pass, and errors that will not. */
@NullMarked
package io.amends.kit.failure;

import org.jspecify.annotations.NullMarked;
