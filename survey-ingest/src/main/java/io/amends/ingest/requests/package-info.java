/** Requests without a survey: filed over HTTP and Kafka, and listed (A9). */
@NullMarked
package io.amends.ingest.requests;

import org.jspecify.annotations.NullMarked;
