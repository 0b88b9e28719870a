/** From submitted to recorded: applies each poll of submissions in one transaction, and heals what waited (A2–A6). */
@NullMarked
package io.amends.ingest.recorder;

import org.jspecify.annotations.NullMarked;
