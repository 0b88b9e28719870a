/** The rules of architecture that every module obeys, as a test that each of them extends. */
@NullMarked
package io.amends.house;

import org.jspecify.annotations.NullMarked;
