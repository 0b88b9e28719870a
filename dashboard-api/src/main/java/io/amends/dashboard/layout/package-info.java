/** What all pages share: frame, words, errors. */
@NullMarked
package io.amends.dashboard.layout;

import org.jspecify.annotations.NullMarked;
