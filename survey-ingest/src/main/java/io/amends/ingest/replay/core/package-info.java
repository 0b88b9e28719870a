/** What a body that is read again makes of what is recorded (A12). Pure Java. */
@NullMarked
package io.amends.ingest.replay.core;

import org.jspecify.annotations.NullMarked;
