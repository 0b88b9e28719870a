/** The survey responses report: read model, API and page (F1). */
@NullMarked
package io.amends.dashboard.responses;

import org.jspecify.annotations.NullMarked;
