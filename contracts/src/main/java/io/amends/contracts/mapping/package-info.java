/** How what others send becomes a survey response: the fields that a mapping or a file's preset names (A1, A10). */
@NullMarked
package io.amends.contracts.mapping;

import org.jspecify.annotations.NullMarked;
