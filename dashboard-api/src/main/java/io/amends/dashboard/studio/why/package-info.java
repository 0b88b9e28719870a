/** Why a response was decided as it was (B6). */
@NullMarked
package io.amends.dashboard.studio.why;

import org.jspecify.annotations.NullMarked;
