/** What a rule set would have done to past responses: judging them anew and counting the difference (B7). */
@NullMarked
package io.amends.rules.backtest.core;

import org.jspecify.annotations.NullMarked;
