/** Builders of the records that services exchange, one a record, for the tests of every module. */
@NullMarked
package io.amends.contracts.testing;

import org.jspecify.annotations.NullMarked;
