/** What a source sends, read and checked the same way for every way in (A1, A5). Pure Java. */
@NullMarked
package io.amends.ingest.submission;

import org.jspecify.annotations.NullMarked;
