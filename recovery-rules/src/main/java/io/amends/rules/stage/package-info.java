/** The rules stage: what was recorded in, what was decided out, no database between. */
@NullMarked
package io.amends.rules.stage;

import org.jspecify.annotations.NullMarked;
