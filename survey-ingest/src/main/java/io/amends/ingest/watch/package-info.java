/** What nobody would see by itself: sources that have fallen silent (A11), and what waits in quarantine (A7). */
@NullMarked
package io.amends.ingest.watch;

import org.jspecify.annotations.NullMarked;
