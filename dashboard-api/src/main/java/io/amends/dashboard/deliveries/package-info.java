/** What went to whom, when and how, for people: the list, one message as it was sent, sending again (F7, C9). */
@NullMarked
package io.amends.dashboard.deliveries;

import org.jspecify.annotations.NullMarked;
