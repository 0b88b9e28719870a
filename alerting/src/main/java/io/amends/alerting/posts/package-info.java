/** What is posted on a portal's channels: chat rooms and programs (C8). */
@NullMarked
package io.amends.alerting.posts;

import org.jspecify.annotations.NullMarked;
