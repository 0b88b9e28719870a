/** Rule sets from draft to published version: immutable versions travel by the compacted topic to every instance (B7). */
@NullMarked
package io.amends.rules.versions;

import org.jspecify.annotations.NullMarked;
