package io.amends.dashboard.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Chromium, or the test is skipped; where a browser is required, skipping is a failure. */
public final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        Optional<Path> executable = Stream.of(
                        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            if ("required".equals(System.getenv("AMENDS_BROWSER"))) {
                fail("no Chromium on this machine, and browser tests are required here: install the package chromium");
            }
            abort("no Chromium on this machine: install the package chromium to run the browser tests");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.orElseThrow())
                        .setArgs(QUIET));
    }

    public Page page() {
        return page(1280, 900, ColorScheme.LIGHT);
    }

    public Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Signs in on that page by the form, as the user of {@link Keys}. */
    public static Page signedIn(Page page, String base) {
        page.navigate(base + "login");
        page.getByLabel("Name").fill(Keys.USER);
        page.getByLabel("Password").fill(Keys.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL("**/responses**");
        return page;
    }

    /** What has exactly that name. */
    public static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A browser that runs no scripts. */
    public Page withoutScripts() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
