package io.amends.ingest.imports.core;

/**
 * A line of a file with its line break, which is as it was but for a lone CR, which is LF.
 *
 * @param readable whether its bytes are text in the file's encoding; where not, U+FFFD stands for what is none
 * @param whole whether it is no longer than a line may be; where not, this is its beginning
 * @param end the file's bytes up to its end
 */
record FileLine(String text, boolean readable, boolean whole, long end) {}
