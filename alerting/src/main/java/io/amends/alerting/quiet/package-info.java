/** The end of quiet time: what it held is looked at again, and goes out or not (C10). */
@NullMarked
package io.amends.alerting.quiet;

import org.jspecify.annotations.NullMarked;
