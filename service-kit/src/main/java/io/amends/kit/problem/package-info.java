/** RFC 9457 problem details for every error over HTTP. */
@NullMarked
package io.amends.kit.problem;

import org.jspecify.annotations.NullMarked;
