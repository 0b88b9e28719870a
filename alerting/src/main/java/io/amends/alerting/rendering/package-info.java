/** The three forms of a report: HTML, plain text and PDF. */
@NullMarked
package io.amends.alerting.rendering;

import org.jspecify.annotations.NullMarked;
