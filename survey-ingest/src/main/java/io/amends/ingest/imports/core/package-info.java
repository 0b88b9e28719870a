/** What a file of surveys says, row by row: its encoding, its rows, and what their cells mean (A1). Pure Java. */
@NullMarked
package io.amends.ingest.imports.core;

import org.jspecify.annotations.NullMarked;
