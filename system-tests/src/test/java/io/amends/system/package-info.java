/** The whole of Amends, as its users meet it. */
@org.jspecify.annotations.NullMarked
package io.amends.system;
