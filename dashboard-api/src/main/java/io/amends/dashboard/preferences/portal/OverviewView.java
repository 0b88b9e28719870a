package io.amends.dashboard.preferences.portal;

import java.util.List;

/**
 * The subjects of a portal's preferences.
 *
 * @param now what they mean at this moment
 * @param makesPortals whether another portal can be made
 */
public record OverviewView(String head, String now, List<SubjectLine> subjects, boolean makesPortals) {
    /** A subject and how it stands. */
    public record SubjectLine(String name, String line, String url) {}
}
