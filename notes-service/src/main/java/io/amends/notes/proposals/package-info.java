/** What people propose for cases that they may not decide, and who decides it, over HTTP (H1). */
@NullMarked
package io.amends.notes.proposals;

import org.jspecify.annotations.NullMarked;
