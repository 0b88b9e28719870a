/** The harness itself, checked without a running Amends. */
@org.jspecify.annotations.NullMarked
package io.amends.bench;
