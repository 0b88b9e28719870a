/** Calls to addresses that somebody wrote: which ones may be called, so that no service is sent into its own network. */
@NullMarked
package io.amends.kit.egress;

import org.jspecify.annotations.NullMarked;
