/** Rules in plain words, and what differs between two rule sets, for people who do not read JSON (B7). */
@NullMarked
package io.amends.rules.words;

import org.jspecify.annotations.NullMarked;
