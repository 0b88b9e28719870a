/** Addresses of pages that lead to each other. */
@NullMarked
package io.amends.dashboard.address;

import org.jspecify.annotations.NullMarked;
