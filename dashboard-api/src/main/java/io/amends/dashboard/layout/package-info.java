/** What all pages share: the frame around them, their errors, and how times and numbers are written. */
@NullMarked
package io.amends.dashboard.layout;

import org.jspecify.annotations.NullMarked;
