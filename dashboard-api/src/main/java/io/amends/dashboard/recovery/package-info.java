/** The notes dialog: clients, links and page (D1-D6). */
@NullMarked
package io.amends.dashboard.recovery;

import org.jspecify.annotations.NullMarked;
