/** What tests need of message bundles: a bundle without Quarkus, and the files of the pseudo language. */
@NullMarked
package io.amends.messages.testing;

import org.jspecify.annotations.NullMarked;
