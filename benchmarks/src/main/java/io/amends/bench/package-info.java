/** Load and its peers side by side: what Amends costs over the Kafka and PostgreSQL that it runs on. */
@NullMarked
package io.amends.bench;

import org.jspecify.annotations.NullMarked;
