/** Files of surveys, for people: sent, looked at, given a meaning, started, and how each went (A1). */
@NullMarked
package io.amends.dashboard.imports;

import org.jspecify.annotations.NullMarked;
