/** Who is signed in, and what the browser may do (H1, H6). */
@NullMarked
package io.amends.dashboard.signin;

import org.jspecify.annotations.NullMarked;
