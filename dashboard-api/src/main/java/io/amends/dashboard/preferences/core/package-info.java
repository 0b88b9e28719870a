/** What the pages of preferences read out of forms and files, and what settings mean. Plain Java (F6). */
@NullMarked
package io.amends.dashboard.preferences.core;

import org.jspecify.annotations.NullMarked;
