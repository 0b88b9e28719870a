/** What all pages of preferences share: what is shown to whom, fields of forms, and words (F6). */
@NullMarked
package io.amends.dashboard.preferences.shared;

import org.jspecify.annotations.NullMarked;
