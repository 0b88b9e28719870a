/** What goes into whose digest: pure rules over candidates, the directory and a period. */
@NullMarked
package io.amends.alerting.digest;

import org.jspecify.annotations.NullMarked;
