package io.amends.dashboard.preferences.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a source is to be switched or deleted, in finished words.
 *
 * @param means what happens then
 * @param does what the button says
 * @param url where it posts to
 * @param tag the version that is seen
 * @param back the page of the source
 * @param refused why it was not done; null where nobody was refused
 */
public record SourceStep(
        String asked, List<String> means, String does, String url, String tag, String back, @Nullable String refused) {}
