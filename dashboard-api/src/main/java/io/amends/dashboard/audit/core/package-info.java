/** What the audit log is asked for (H4). */
@NullMarked
package io.amends.dashboard.audit.core;

import org.jspecify.annotations.NullMarked;
