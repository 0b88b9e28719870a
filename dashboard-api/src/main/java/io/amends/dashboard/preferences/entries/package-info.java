/** The pages of groups, contacts, segments, regions and calendars: lists, forms, deleting (F6). */
@NullMarked
package io.amends.dashboard.preferences.entries;

import org.jspecify.annotations.NullMarked;
