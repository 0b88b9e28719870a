/** The vendors of webhooks (A10): what each signs, sends and calls an answer, and how a body becomes a response. */
@NullMarked
package io.amends.ingest.sources.core;

import org.jspecify.annotations.NullMarked;
