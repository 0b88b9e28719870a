package io.amends.dashboard.preferences.entries;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What the address of a list asks for, and what it says was done just now. */
public class ListParameters {
    @QueryParam("q")
    @Nullable
    String words;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("page")
    @Nullable
    Integer page;

    /** The code of what was saved. */
    @QueryParam("saved")
    @Nullable
    String saved;

    /** The code of what was deleted. */
    @QueryParam("deleted")
    @Nullable
    String deleted;

    /** How many a file has made. */
    @QueryParam("added")
    @Nullable
    Integer added;

    /** How many a file has changed. */
    @QueryParam("changed")
    @Nullable
    Integer changed;

    ListPresenter.Asked asked() {
        return new ListPresenter.Asked(
                words == null ? "" : words.strip(), "-name".equals(sort), page == null ? 0 : page);
    }
}
