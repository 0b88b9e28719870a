/** Topics made as declared. */
@NullMarked
package io.amends.kit.topic;

import org.jspecify.annotations.NullMarked;
