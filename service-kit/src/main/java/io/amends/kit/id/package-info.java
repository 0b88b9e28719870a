/** Identifiers derived from what they name. */
@NullMarked
package io.amends.kit.id;

import org.jspecify.annotations.NullMarked;
