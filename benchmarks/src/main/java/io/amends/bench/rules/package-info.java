/** The rules measured beside their peers: the stage, matching, reading, publishing. */
@org.jspecify.annotations.NullMarked
package io.amends.bench.rules;
