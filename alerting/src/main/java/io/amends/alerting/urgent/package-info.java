/** What alerts at once, outside the digest: urgent requests (A9, C7). */
@NullMarked
package io.amends.alerting.urgent;

import org.jspecify.annotations.NullMarked;
