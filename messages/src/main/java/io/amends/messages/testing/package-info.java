/** What tests need of message bundles: a bundle without Quarkus, the files of the pseudo language, what a translation lacks. */
@NullMarked
package io.amends.messages.testing;

import org.jspecify.annotations.NullMarked;
