/** Which rules match a response: three-valued verdicts, the plain interpreter, and the index that gives the same faster. */
@NullMarked
package io.amends.rules.matching;

import org.jspecify.annotations.NullMarked;
