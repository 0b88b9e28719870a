/** What the topics of access carry: the API keys, what they may do, and when they were used last (H2). */
@NullMarked
package io.amends.contracts.access;

import org.jspecify.annotations.NullMarked;
