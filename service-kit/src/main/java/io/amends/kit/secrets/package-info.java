/** Secrets of others that Amends must know in clear, such as the key that a vendor signs with: sealed where they are stored. */
@NullMarked
package io.amends.kit.secrets;

import org.jspecify.annotations.NullMarked;
