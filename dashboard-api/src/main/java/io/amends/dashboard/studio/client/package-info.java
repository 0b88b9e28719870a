/** recovery-rules as the studio asks it: the HTTP client, and what becomes of an answer that it refuses. */
@NullMarked
package io.amends.dashboard.studio.client;

import org.jspecify.annotations.NullMarked;
