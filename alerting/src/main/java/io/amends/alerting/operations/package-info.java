/** What a portal's admins are told of how things run: silent sources (A11), and what waits in quarantine (A7). */
@NullMarked
package io.amends.alerting.operations;

import org.jspecify.annotations.NullMarked;
