/** The whole of Amends on one machine, and its Kafka and PostgreSQL for tests. */
@org.jspecify.annotations.NullMarked
package io.amends.local;
