/** Addresses of pages that lead to each other. */
@NullMarked
package io.amends.dashboard.links;

import org.jspecify.annotations.NullMarked;
