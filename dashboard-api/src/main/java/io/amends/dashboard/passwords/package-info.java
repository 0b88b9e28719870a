/** Accounts of people: their password, set by the link of an invitation and changed by its owner (H1), and their language (C11). */
@NullMarked
package io.amends.dashboard.passwords;

import org.jspecify.annotations.NullMarked;
