/** What is wrong with a request, and what is filed of it: plain Java (A9). */
@NullMarked
package io.amends.ingest.requests.core;

import org.jspecify.annotations.NullMarked;
