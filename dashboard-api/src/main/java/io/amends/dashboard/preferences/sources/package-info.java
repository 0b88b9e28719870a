/** The pages of the sources of webhooks (A10): address and secrets, the mapping beside a sample, what came. */
@NullMarked
package io.amends.dashboard.preferences.sources;

import org.jspecify.annotations.NullMarked;
