/** What a directory entry says beside itself: what it refers to, and what it may not mean. Plain Java. */
@NullMarked
package io.amends.dashboard.directory.core;

import org.jspecify.annotations.NullMarked;
