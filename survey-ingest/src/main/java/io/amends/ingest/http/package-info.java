/** The HTTP surface: surveys in, their state, quarantine and repair, reassigning (A1, A2, A6, A8). */
@NullMarked
package io.amends.ingest.http;

import org.jspecify.annotations.NullMarked;
