package io.amends.dashboard.preferences.entries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before an entry is deleted.
 *
 * @param users what refers to it
 * @param means what deleting means
 * @param refused why it cannot be deleted; null if it can
 * @param tag of the version that is deleted
 * @param url where it is deleted, and one step up is the entry
 */
public record DeletionView(
        String head, List<User> users, String means, @Nullable String refused, String tag, String url, String back) {

    /** Something that refers to it. */
    public record User(String name, String url) {}
}
