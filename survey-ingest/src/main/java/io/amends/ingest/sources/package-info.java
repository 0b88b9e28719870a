/** Webhooks of survey tools and help desks (A10): the door, what became of each delivery, and what must be fetched. */
@NullMarked
package io.amends.ingest.sources;

import org.jspecify.annotations.NullMarked;
