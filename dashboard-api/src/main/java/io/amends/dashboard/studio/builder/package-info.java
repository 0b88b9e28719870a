/** The form in which one rule is built (F5). */
@NullMarked
package io.amends.dashboard.studio.builder;

import org.jspecify.annotations.NullMarked;
