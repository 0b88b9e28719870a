package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a page as axe-core does, and listens to what the browser complains about (F9, H6). */
public final class Axe {
    private static final String SCRIPT = script();

    /** The violations, each with its places. */
    private static final String RUN =
            """
            axe.run(document, {
              resultTypes: ["violations"],
              rules: {"target-size": {enabled: true}}
            }).then(found => found.violations.flatMap(v => v.nodes.map(n => v.id + " " + n.target + ": " + n.html.slice(0, 160))))
            """;

    /** What hides behind a button lies over other things: it is read by who opens it. */
    private static final String FOLD_OUT =
            "document.querySelectorAll('details:not(.pop)').forEach(d => { d.open = true; })";

    /** axe asks for a name of everything but tables. */
    private static final String NAMELESS =
            """
            () => [...document.querySelectorAll("table")]
                .filter(t => !t.caption && !t.ariaLabel && !document.getElementById(t.getAttribute("aria-labelledby")))
                .map(t => "a table without a name: " + t.outerHTML.slice(0, 160))
            """;

    /** Where the page is wider than its window, what reaches beyond it; empty where it is not. */
    public static final String SIDEWAYS =
            """
            () => {
              const html = document.documentElement;
              const beyond = (e) => e.getBoundingClientRect().right > html.clientWidth + 1;
              if (html.scrollWidth <= html.clientWidth) {
                return [];
              }
              const elements = [...document.querySelectorAll("body *")]
                  .filter((e) => beyond(e) && ![...e.children].some(beyond))
                  .map((e) => e.outerHTML.slice(0, 120));
              // A text can reach out of an element that itself does not.
              return elements.length ? elements : ["a text, by " + (html.scrollWidth - html.clientWidth) + " px"];
            }
            """;

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    /** Listens from now on. */
    public Axe(Page page) {
        this.page = page;
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.onConsoleMessage(message -> {
            // A page that tells what is wrong has a status of its own, which the browser reports as well.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                faults.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + " script: " + error));
    }

    /** Goes there, and reads it. */
    public void visit(String address) {
        page.navigate(address);
        read(address);
    }

    /** Reads what is shown now, folded out: wide in light, narrow in dark. Colours do not depend on the width, nor places on colours. */
    public void read(String name) {
        page.evaluate(FOLD_OUT);
        ((List<?>) page.evaluate(NAMELESS)).forEach(fault -> faults.add(name + ": " + fault));
        page.evaluate(SCRIPT);
        read(name, 1280, ColorScheme.LIGHT);
        read(name, 320, ColorScheme.DARK);
        List<?> beyond = (List<?>) page.evaluate(SIDEWAYS);
        if (!beyond.isEmpty()) {
            faults.add(name + " at 320 scrolls sideways: " + beyond);
        }
    }

    private void read(String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.evaluate("scrollTo(0, 0)"); // what lies under a bar at this moment is too small a target
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String where = name + " at " + width + " in " + scheme + ": ";
        ((List<?>) page.evaluate(RUN)).forEach(fault -> faults.add(where + fault));
    }

    /** All that was found so far. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
