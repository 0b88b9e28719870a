/** What of a portal's directory entry the work on its cases goes by: working time, leads and days. */
@NullMarked
package io.amends.notes.portal;

import org.jspecify.annotations.NullMarked;
