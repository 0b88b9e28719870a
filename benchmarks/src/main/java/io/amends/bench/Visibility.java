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
 * How long after a customer's answer was due to be posted the report lists it, and what that costs. The clock of each
 * response starts at its planned moment, so a stall counts for all that wait behind it (no coordinated omission).
 */
final class Visibility {
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 2_000;
    private static final int LISTED = 500;
    private static final Duration PACE = Duration.ofMillis(100);

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
     * What became of one load.
     *
     * @param seconds from planned post to listed, of every response
     * @param processor milliseconds of processor time for each response, the reader's requests included
     */
    record VisibilityResult(List<Double> seconds, double processor) {}

    VisibilityResult of(SurveyLoad load) throws Exception {
        planned.clear();
        seconds.clear();
        Processors processors = new Processors();
        InFlight inFlight = new InFlight(IN_FLIGHT);
        Thread watcher = new Thread(() -> watch(load.surveys()), "watcher");
        watcher.start();
        long start = System.nanoTime();
        for (int sent = 0; sent < load.surveys(); sent += load.perPost()) {
            long due = start + (sent + load.perPost() - 1) * 1_000_000_000L / load.perSecond();
            LockSupport.parkNanos(due - System.nanoTime());
            List<Survey> posted = surveys.next(load.perPost());
            posted.forEach(survey -> planned.put(survey.id(), due));
            inFlight.start(
                    () -> load.perPost() == 1 ? api.post(posted.get(0).json()) : api.postLines(Surveys.lines(posted)));
        }
        inFlight.await();
        watcher.join(GIVE_UP.toMillis());
        if (watcher.isAlive()) {
            watcher.interrupt();
            throw new IllegalStateException(
                    (load.surveys() - seconds.size()) + " of " + load.surveys() + " were never listed");
        }
        return new VisibilityResult(List.copyOf(seconds), processors.used().toNanos() / 1e6 / load.surveys());
    }

    /** Asks for the newest ten times a second, as a page that is kept open would. */
    private void watch(int total) {
        try {
            long due = System.nanoTime();
            int nothing = 0;
            while (seconds.size() < total) {
                LockSupport.parkNanos(due - System.nanoTime());
                // One partition may lag behind the others and fill in deeper than the newest: when nothing new is
                // listed for a second, every page is read.
                boolean everyPage = nothing == 10;
                int found = newOnes(0);
                int pages = (total + LISTED - 1) / LISTED;
                for (int page = 1, last = found; (last == LISTED || everyPage) && page < pages; page++) {
                    last = newOnes(page);
                    found += last;
                }
                nothing = found == 0 && !everyPage ? nothing + 1 : 0;
                due = Math.max(due + PACE.toNanos(), System.nanoTime());
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
