/** Signed links of reports. */
@NullMarked
package io.amends.kit.link;

import org.jspecify.annotations.NullMarked;
