/** Publishing the draft, with a reason (B7). */
@NullMarked
package io.amends.dashboard.studio.publish;

import org.jspecify.annotations.NullMarked;
