/** The page of customers who want no surveys: who, since when, who said so and why. */
@NullMarked
package io.amends.dashboard.optouts;

import org.jspecify.annotations.NullMarked;
