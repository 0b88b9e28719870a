/** The published versions: the history, each one in words, and going back to one (B7). */
@NullMarked
package io.amends.dashboard.studio.versions;

import org.jspecify.annotations.NullMarked;
