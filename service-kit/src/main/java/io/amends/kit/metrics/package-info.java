/** The names under which ops see things. */
@NullMarked
package io.amends.kit.metrics;

import org.jspecify.annotations.NullMarked;
