/** The rules of the survey responses report (F1): filters, sorting, CSV cells. Plain Java. */
@NullMarked
package io.amends.dashboard.responses.core;

import org.jspecify.annotations.NullMarked;
