/** What a backtest's figures say, day by day and against each group's cap. Plain Java. */
@NullMarked
package io.amends.dashboard.studio.figures;

import org.jspecify.annotations.NullMarked;
