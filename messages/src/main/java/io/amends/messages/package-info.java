/** What every sentence that a person reads needs: the plural forms of its language, after ICU (C11). */
@NullMarked
package io.amends.messages;

import org.jspecify.annotations.NullMarked;
