/** How a source usually sends, and when its silence cannot be chance any more (A11). Pure Java. */
@NullMarked
package io.amends.ingest.rhythm;

import org.jspecify.annotations.NullMarked;
