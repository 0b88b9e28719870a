/** The form of what others send, checked the same way at every door. Pure Java. */
@NullMarked
package io.amends.kit.form;

import org.jspecify.annotations.NullMarked;
