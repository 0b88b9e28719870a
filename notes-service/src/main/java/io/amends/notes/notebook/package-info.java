/** Notes over HTTP: written, read and verified; the log is only ever added to (D1, D2, D5). */
@NullMarked
package io.amends.notes.notebook;

import org.jspecify.annotations.NullMarked;
