/** Surveys from files (A1): they are kept, looked at, and read line by line through the same door as all others. */
@NullMarked
package io.amends.ingest.imports;

import org.jspecify.annotations.NullMarked;
