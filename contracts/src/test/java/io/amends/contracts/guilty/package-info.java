/** What the dependency rule must catch. */
@org.jspecify.annotations.NullMarked
package io.amends.contracts.guilty;
