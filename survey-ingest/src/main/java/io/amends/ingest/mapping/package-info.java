/** From what a vendor or a file says to the canonical response (A1, A10). Pure Java. */
@NullMarked
package io.amends.ingest.mapping;

import org.jspecify.annotations.NullMarked;
