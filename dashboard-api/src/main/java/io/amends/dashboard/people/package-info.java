/** People, what they are in each portal, and their passwords (H1). */
@NullMarked
package io.amends.dashboard.people;

import org.jspecify.annotations.NullMarked;
