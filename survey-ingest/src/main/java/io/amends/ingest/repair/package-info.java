/** What people change: quarantined responses repaired (A6), responses given to another group (A8). */
@NullMarked
package io.amends.ingest.repair;

import org.jspecify.annotations.NullMarked;
