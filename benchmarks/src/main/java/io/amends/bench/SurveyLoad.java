package io.amends.bench;

import java.time.Duration;

/**
 * Surveys at a fixed rate for a while.
 *
 * @param perSecond surveys a second
 * @param perPost 1: each alone; more: so many lines in a batch
 */
record SurveyLoad(int perSecond, int perPost) {
    static final Duration TIME = Duration.ofSeconds(20);

    int surveys() {
        return Math.toIntExact(perSecond * TIME.toSeconds());
    }

    /** How it is called in the table. */
    String title() {
        return perSecond + "/s, " + (perPost == 1 ? "single" : "batches of " + perPost);
    }
}
