/** In which language somebody reads the pages, and how they choose another (C11). */
@NullMarked
package io.amends.dashboard.language;

import org.jspecify.annotations.NullMarked;
