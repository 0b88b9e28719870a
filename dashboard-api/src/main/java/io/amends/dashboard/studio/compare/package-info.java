/** Two rule sets side by side in words (F5). */
@NullMarked
package io.amends.dashboard.studio.compare;

import org.jspecify.annotations.NullMarked;
