/** The directory, the read models, and the web pages. */
@NullMarked
package io.amends.dashboard;

import org.jspecify.annotations.NullMarked;
