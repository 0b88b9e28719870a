/** The language between the services: event records, topics, schemas. Depends on nothing but Jackson. */
@NullMarked
package io.amends.contracts;

import org.jspecify.annotations.NullMarked;
