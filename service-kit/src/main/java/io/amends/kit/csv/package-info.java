/** Text in files that spreadsheets open. */
@NullMarked
package io.amends.kit.csv;

import org.jspecify.annotations.NullMarked;
