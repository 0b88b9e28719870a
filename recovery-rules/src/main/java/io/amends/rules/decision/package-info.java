/** What is decided about a response and why, as pure functions of response, policy and rules (B1–B6). */
@NullMarked
package io.amends.rules.decision;

import org.jspecify.annotations.NullMarked;
