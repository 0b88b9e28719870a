/** Identifiers and hashes that follow from what they name. */
@NullMarked
package io.amends.kit.id;

import org.jspecify.annotations.NullMarked;
