/** Who is told of which case at once, and when, as pure rules (C7, C10). */
@NullMarked
package io.amends.alerting.immediate;

import org.jspecify.annotations.NullMarked;
