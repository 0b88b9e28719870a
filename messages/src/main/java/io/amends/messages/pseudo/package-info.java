/**
 * The pseudo language: English with an accent on every letter, in brackets. Text without accents on a page that was
 * rendered in it did not come from a message.
 */
@NullMarked
package io.amends.messages.pseudo;

import org.jspecify.annotations.NullMarked;
