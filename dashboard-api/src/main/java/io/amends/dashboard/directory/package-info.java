/** The directory's entries: API, storage and publication (F6). */
@NullMarked
package io.amends.dashboard.directory;

import org.jspecify.annotations.NullMarked;
