/** What a directory entry must look like, and what it refers to. Plain Java. */
@NullMarked
package io.amends.dashboard.directory.rules;

import org.jspecify.annotations.NullMarked;
