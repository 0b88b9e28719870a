/** How a service reaches Kafka: one set of settings for the channels and for every client that it makes itself. */
@NullMarked
package io.amends.kit.kafka;

import org.jspecify.annotations.NullMarked;
