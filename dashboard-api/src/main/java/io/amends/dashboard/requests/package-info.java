/** The pages of requests without a survey: the list, and the form that files one (A9). */
@NullMarked
package io.amends.dashboard.requests;

import org.jspecify.annotations.NullMarked;
