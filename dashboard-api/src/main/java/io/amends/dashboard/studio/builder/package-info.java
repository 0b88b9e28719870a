/** Rules as a form and as JSON, and what can be done to them in the builder (F5). Plain Java. */
@NullMarked
package io.amends.dashboard.studio.builder;

import org.jspecify.annotations.NullMarked;
