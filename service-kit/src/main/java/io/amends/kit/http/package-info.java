/** The outermost edge of HTTP: what every request must hold to, and what is answered where it does not. */
@NullMarked
package io.amends.kit.http;

import org.jspecify.annotations.NullMarked;
