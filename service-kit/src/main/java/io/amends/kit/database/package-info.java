/** PostgreSQL through JDBI. */
@NullMarked
package io.amends.kit.database;

import org.jspecify.annotations.NullMarked;
