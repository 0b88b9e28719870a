/**
 * What several rooms of the studio need: addresses, posted forms, and the small parts of their views. A class named
 * {@code …Sentences} puts one thing into words, for the presenters of several pages.
 */
@NullMarked
package io.amends.dashboard.studio.shared;

import org.jspecify.annotations.NullMarked;
