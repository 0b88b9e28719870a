/** The page that gives responses to another support group, or proposes it (A8, H1). */
@NullMarked
package io.amends.dashboard.reassign;

import org.jspecify.annotations.NullMarked;
