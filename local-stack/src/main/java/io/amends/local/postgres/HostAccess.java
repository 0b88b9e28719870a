package io.amends.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who may connect (pg_hba.conf). While starting, this machine may without a password, so that a lost password can be set
 * anew; from then on the password is asked for.
 */
final class HostAccess {
    private HostAccess() {}

    static void withoutPassword(Path data) throws IOException {
        write(data, "trust");
    }

    static void withPassword(Path data) throws IOException {
        write(data, "scram-sha-256");
    }

    private static void write(Path data, String method) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 " + method + "\nhost all all ::1/128 " + method + "\n");
        }
    }
}
