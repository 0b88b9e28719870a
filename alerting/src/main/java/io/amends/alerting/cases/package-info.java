/** What notes-service says of cases: whether what a message tells is solved already (C10). */
@NullMarked
package io.amends.alerting.cases;

import org.jspecify.annotations.NullMarked;
