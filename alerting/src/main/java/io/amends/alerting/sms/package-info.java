/** What text messages say, to whom, and how long they may be, as pure rules (C3, C4). */
@NullMarked
package io.amends.alerting.sms;

import org.jspecify.annotations.NullMarked;
