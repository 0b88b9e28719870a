/** The whole draft as JSON (F5). */
@NullMarked
package io.amends.dashboard.studio.json;

import org.jspecify.annotations.NullMarked;
