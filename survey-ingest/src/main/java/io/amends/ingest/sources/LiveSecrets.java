package io.amends.ingest.sources;

import io.amends.contracts.directory.Source;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a source in clear, for as long as they are needed.
 *
 * @param previous good beside the current one, while the vendor still signs with it
 * @param api for the vendor's API
 * @param apiBase the address that it is for
 * @param made which of the sources that have had this code they are of
 */
record LiveSecrets(
        String current,
        @Nullable String previous,
        @Nullable String api,
        @Nullable String apiBase,
        @Nullable String made) {

    /** Whether they are of that source, and not of one that had its code before. */
    boolean areOf(@Nullable Source source) {
        return source != null && Objects.equals(made, source.made());
    }

    /** Those that a webhook may be signed with. */
    Stream<String> signing() {
        return Stream.of(current, previous).filter(Objects::nonNull).map(String::valueOf);
    }

    /** The secret for the API as the source has its address now; null where there is none, or it was for another one. */
    @Nullable
    String apiFor(Source source) {
        return Objects.equals(apiBase, source.baseUrl()) ? api : null;
    }

    /** Nobody reads them in a log. */
    @Override
    public String toString() {
        return "LiveSecrets";
    }
}
