/** What sources sent, read again by a corrected mapping (A12): looked at first, then applied. */
@NullMarked
package io.amends.ingest.replay;

import org.jspecify.annotations.NullMarked;
