/** Who a person may be, in plain Java (H1). */
@NullMarked
package io.amends.dashboard.people.core;

import org.jspecify.annotations.NullMarked;
