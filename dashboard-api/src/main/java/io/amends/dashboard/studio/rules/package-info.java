/** The list of a portal's rules as its draft has them (F5). */
@NullMarked
package io.amends.dashboard.studio.rules;

import org.jspecify.annotations.NullMarked;
