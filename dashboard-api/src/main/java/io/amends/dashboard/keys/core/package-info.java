/** What an API key may be, in plain Java (H2). */
@NullMarked
package io.amends.dashboard.keys.core;

import org.jspecify.annotations.NullMarked;
