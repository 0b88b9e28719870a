/** Cases over HTTP and Kafka: listed, opened, tagged and closed (D7, D8, E2). */
@NullMarked
package io.amends.notes.casework;

import org.jspecify.annotations.NullMarked;
