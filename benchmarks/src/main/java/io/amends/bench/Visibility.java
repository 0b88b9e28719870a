package io.amends.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.bench.Surveys.Survey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after a customer's answer was due to be posted the report lists it, at a fixed rate. The clock of each
 * response starts at its planned moment, so a stall counts for all that wait behind it (no coordinated omission).
 */
final class Visibility {
    static final int PER_SECOND = 500;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 2_000;
    private static final int LISTED = 500;
    private static final int EVERY_PAGE = 20;

    private final Api api;
    private final String portal;
    private final Surveys surveys;
    private final Map<String, Long> planned = new ConcurrentHashMap<>();
    private final List<Double> seconds = new ArrayList<>();

    Visibility(Api api, String portal, Surveys surveys) {
        this.api = api;
        this.portal = portal;
        this.surveys = surveys;
    }

    /**
     * Seconds from planned post to listed, of every response.
     *
     * @param perPost 1: each alone; more: so many lines in a batch
     */
    List<Double> seconds(int perPost) throws Exception {
        planned.clear();
        seconds.clear();
        int total = (int) (PER_SECOND * TIME.toSeconds());
        InFlight inFlight = new InFlight(IN_FLIGHT);
        Thread watcher = new Thread(() -> watch(total), "watcher");
        watcher.start();
        long start = System.nanoTime();
        for (int sent = 0; sent < total; sent += perPost) {
            long due = start + (sent + perPost - 1) * 1_000_000_000L / PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            List<Survey> posted = surveys.next(perPost);
            posted.forEach(survey -> planned.put(survey.id(), due));
            inFlight.start(() -> perPost == 1 ? api.post(posted.get(0).json()) : api.postLines(Surveys.lines(posted)));
        }
        inFlight.await();
        watcher.join(GIVE_UP.toMillis());
        if (watcher.isAlive()) {
            watcher.interrupt();
            throw new IllegalStateException((total - seconds.size()) + " of " + total + " were never listed");
        }
        return List.copyOf(seconds);
    }

    private void watch(int total) {
        try {
            for (int round = 0; seconds.size() < total; round++) {
                // All of a page were new: older ones may be, too. One partition may also lag far behind the others and
                // fill in deeper than that, so now and then every page is read.
                boolean everyPage = round % EVERY_PAGE == 0;
                int pages = (total + LISTED - 1) / LISTED;
                for (int page = 0; (newOnes(page) == LISTED || everyPage) && page < pages; page++) {
                    // the next page
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int newOnes(int page) throws IOException, InterruptedException {
        JsonNode listed = api.get("/v1/portals/" + portal + "/responses?size=" + LISTED + "&page=" + page);
        long now = System.nanoTime();
        int found = 0;
        for (JsonNode item : listed.get("items")) {
            Long due = planned.remove(item.get("responseId").asText());
            if (due != null) {
                seconds.add((now - due) / 1e9);
                found++;
            }
        }
        return found;
    }
}
