/** Producing with every acknowledgement awaited. */
@NullMarked
package io.amends.kit.produce;

import org.jspecify.annotations.NullMarked;
