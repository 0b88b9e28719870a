package io.amends.dashboard.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Windows of the machine's Chromium, or the test is skipped; where a browser is required, skipping is a failure. All
 * tests of a JVM share one browser, each window has cookies and a cache of its own, and a test closes its windows.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // A process in reserve for each window costs more than it saves where windows live for seconds.
            "--disable-features=SpareRendererForSitePerProcess");

    /** Of a busy machine; what is not there then does not come. */
    private static final double PATIENCE_MILLIS = 15_000;

    /** The sessions of signed-in users, by the address of who began them. */
    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    /** Ends with the JVM, whose end its driver hears. */
    private static @Nullable Browser shared;

    private final Browser browser = browser();
    private final List<BrowserContext> windows = new ArrayList<>();

    private static synchronized Browser browser() {
        if (shared == null || !shared.isConnected()) {
            shared = launch();
        }
        return shared;
    }

    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // The shell has no window of its own, and does the same for half the processor time.
        Optional<Path> executable = Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            if ("required".equals(System.getenv("AMENDS_BROWSER"))) {
                fail("no Chromium on this machine, and browser tests are required here: install the package chromium");
            }
            abort("no Chromium on this machine: install the package chromium to run the browser tests");
        }
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(QUIET));
    }

    public Page page() {
        return page(1280, 900, ColorScheme.LIGHT);
    }

    public Page page(int width, int height, ColorScheme scheme) {
        return window(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    }

    /** Makes the page one of the signed-in user of {@link Keys}: by the form the first time, then with that session. */
    public static Page signedIn(Page page, String base) {
        List<Cookie> session = SESSIONS.get(base);
        if (session != null) {
            page.context().addCookies(session);
            if (page.request().get(base + "v1/portals").ok()) {
                return page;
            }
        }
        page.navigate(base + "login");
        page.getByLabel("Name").fill(Keys.USER);
        page.getByLabel("Password").fill(Keys.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL("**/responses**");
        SESSIONS.put(
                base,
                page.context().cookies(base).stream()
                        .filter(cookie -> cookie.name.startsWith("amends-session"))
                        .toList());
        return page;
    }

    /** What has exactly that name. */
    public static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A picture of the whole page for whoever looks: in {@code target/pictures}, with {@code -Damends.pictures=true}. */
    public static void picture(Page page, String name) {
        if (Boolean.getBoolean("amends.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    /** The same of an address, in one of its looks. */
    public static void picture(Page page, String path, int width, ColorScheme scheme) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("T{9,}", "");
        picture(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    /** A browser that runs no scripts. */
    public Page withoutScripts() {
        return window(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page window(Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options.setLocale("en-GB"));
        windows.add(window);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window.newPage();
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
