/** What services tell each other over HTTP, beside what is in events. */
@NullMarked
package io.amends.contracts.api;

import org.jspecify.annotations.NullMarked;
