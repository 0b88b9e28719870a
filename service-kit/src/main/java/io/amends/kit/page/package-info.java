/** Lists in pages. */
@NullMarked
package io.amends.kit.page;

import org.jspecify.annotations.NullMarked;
