/** What the contract promises, checked. */
@org.jspecify.annotations.NullMarked
package io.amends.contracts;
