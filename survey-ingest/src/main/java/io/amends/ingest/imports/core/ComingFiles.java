package io.amends.ingest.imports.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that are just coming in, each of which has a thread while it comes. They are bounded together, and those of one
 * caller and of one portal much closer: whoever sends slowly keeps nobody else out (A1). Thread-safe.
 */
public final class ComingFiles {
    private static final int OF_ALL = 16;
    private static final int OF_PORTAL = 4;
    private static final int OF_CALLER = 2;
    private static final String ALL = "all";

    private final Map<String, Integer> coming = new HashMap<>();

    /** A file begins to come; false, and nothing is counted, where too many of these already do. */
    public synchronized boolean begin(String portal, String caller) {
        boolean room =
                count(ALL) < OF_ALL && count(ofPortal(portal)) < OF_PORTAL && count(ofCaller(caller)) < OF_CALLER;
        if (room) {
            names(portal, caller).forEach(name -> coming.merge(name, 1, Integer::sum));
        }
        return room;
    }

    /** One that had begun is there, or comes no more. */
    public synchronized void end(String portal, String caller) {
        names(portal, caller).forEach(name -> coming.computeIfPresent(name, (same, n) -> n == 1 ? null : n - 1));
    }

    private int count(String name) {
        return coming.getOrDefault(name, 0);
    }

    private static List<String> names(String portal, String caller) {
        return List.of(ALL, ofPortal(portal), ofCaller(caller));
    }

    private static String ofPortal(String portal) {
        return "portal " + portal;
    }

    private static String ofCaller(String caller) {
        return "caller " + caller;
    }
}
