/** The rule language: a typed tree of every clause, read from JSON with all its errors, and written back (B2, B5). */
@NullMarked
package io.amends.language;

import org.jspecify.annotations.NullMarked;
