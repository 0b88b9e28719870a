package io.amends.dashboard.directory;

import org.jspecify.annotations.Nullable;

/** The survey responses that were ever recorded, as far as the directory asks for them. */
public interface RecordedResponses {

    /**
     * Whether a portal has any response, replaced ones included.
     *
     * @param group only those of that support group; null: all
     * @param segment only those of customers in that segment; null: all
     */
    boolean anyIn(String portal, @Nullable String group, @Nullable String segment);
}
