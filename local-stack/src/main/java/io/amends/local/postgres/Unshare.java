package io.amends.local.postgres;

import io.amends.local.process.StartRefused;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root; root leaves its rights behind through {@code unshare -U}. */
public final class Unshare {
    private Unshare() {}

    /** @throws StartRefused for root where {@code unshare -U} is missing or forbidden */
    public static void check() {
        if (!"root".equals(System.getProperty("user.name"))
                || !System.getProperty("os.name").startsWith("Linux")) {
            return;
        }
        if (!works()) {
            throw new StartRefused("PostgreSQL does not run as root, and `unshare -U` does not work here:"
                    + " install util-linux, or run ./amends as an ordinary user.");
        }
    }

    private static boolean works() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
