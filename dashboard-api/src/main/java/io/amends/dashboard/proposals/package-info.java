/** What is proposed in a portal, for cases and to move responses, on one page for those who decide it (H1). */
@NullMarked
package io.amends.dashboard.proposals;

import org.jspecify.annotations.NullMarked;
