/** What the studio works with, as values: rules as forms and as JSON, what can be done to them, and what a backtest found day by day (F5). Plain Java. */
@NullMarked
package io.amends.dashboard.studio.core;

import org.jspecify.annotations.NullMarked;
