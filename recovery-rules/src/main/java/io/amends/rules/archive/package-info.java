/** The decisions as they were published, kept for explanations (B6). */
@NullMarked
package io.amends.rules.archive;

import org.jspecify.annotations.NullMarked;
