/** What a digest says, in the reader's words, before it is given a form. Pure. */
@NullMarked
package io.amends.alerting.report;

import org.jspecify.annotations.NullMarked;
