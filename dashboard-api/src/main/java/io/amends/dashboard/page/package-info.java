/** What all pages share: frame, words, errors. */
@NullMarked
package io.amends.dashboard.page;

import org.jspecify.annotations.NullMarked;
