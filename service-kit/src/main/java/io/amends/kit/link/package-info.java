/** The signed links of digests. */
@NullMarked
package io.amends.kit.link;

import org.jspecify.annotations.NullMarked;
