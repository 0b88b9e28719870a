/** Running rule sets over the log of past decisions, and forecasting what a draft would flag (B7); emits nothing. */
@NullMarked
package io.amends.rules.backtest;

import org.jspecify.annotations.NullMarked;
