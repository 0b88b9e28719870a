/** Which customers want no surveys: kept here, and holding for every survey. */
@NullMarked
package io.amends.ingest.optouts;

import org.jspecify.annotations.NullMarked;
