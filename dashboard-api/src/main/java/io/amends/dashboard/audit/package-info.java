/** The audit log: read from its topic, listed, filtered and exported; nobody changes it (H4, F7). */
@NullMarked
package io.amends.dashboard.audit;

import org.jspecify.annotations.NullMarked;
