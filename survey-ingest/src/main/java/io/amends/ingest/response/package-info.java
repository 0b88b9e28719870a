/** What counts for a response: versions (A3), validity (A5), replacement (A4), corrections (A6). Pure Java. */
@NullMarked
package io.amends.ingest.response;

import org.jspecify.annotations.NullMarked;
