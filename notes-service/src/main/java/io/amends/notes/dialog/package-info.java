/** What a notes dialog opens, over HTTP (D3, D4). */
@NullMarked
package io.amends.notes.dialog;

import org.jspecify.annotations.NullMarked;
