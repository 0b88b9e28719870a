package io.amends.dashboard.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A network so slow that what a page asks for in place waits until it is to be answered. */
public final class Held {
    private final Page page;
    private final List<Route> routes = new ArrayList<>();

    /** Holds what this page asks for from now on. */
    public Held(Page page) {
        this.page = page;
        page.route(url -> !url.contains("/assets/"), route -> {
            if (route.request().headers().containsKey("hx-request")) {
                routes.add(route);
            } else {
                route.resume();
            }
        });
    }

    /** Until there is something to answer. */
    public void waits() {
        page.waitForCondition(() -> !routes.isEmpty());
    }

    public void answers() {
        end(Route::resume);
    }

    /** The network is gone. */
    public void fails() {
        end(Route::abort);
    }

    private void end(Consumer<Route> how) {
        List<Route> held = List.copyOf(routes);
        routes.clear();
        held.forEach(how);
    }
}
