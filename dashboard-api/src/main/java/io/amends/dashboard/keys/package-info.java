/** API keys of a portal: made, listed, rotated and revoked, by API and on a page (H2). */
@NullMarked
package io.amends.dashboard.keys;

import org.jspecify.annotations.NullMarked;
