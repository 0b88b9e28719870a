/** The message bundles of all features, in the language of whoever reads them (C11). No feature depends on it. */
@NullMarked
package io.amends.dashboard.sentences;

import org.jspecify.annotations.NullMarked;
