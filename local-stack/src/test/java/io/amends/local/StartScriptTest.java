package io.amends.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code amends}, with something in the place of Maven. */
class StartScriptTest {
    private static final String MAVEN_SAYS =
            """
            #!/bin/sh
            echo '[INFO] Scanning for projects...'
            echo '[INFO] Building Amends 0.1.0-SNAPSHOT                                    [1/3]'
            echo '[INFO] Building Amends :: house-rules 0.1.0-SNAPSHOT                     [2/3]'
            echo '[INFO] Building jar: /somewhere/house-rules.jar'
            echo '[INFO] Building Amends :: local-stack 0.1.0-SNAPSHOT                     [3/3]'
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("G1: a build says which module it has come to, a line each, and keeps all of it in the log")
    void progress() throws Exception {
        String said = status(MAVEN_SAYS + "mkdir -p local-stack/target\n");

        assertThat(said)
                .contains("Building local-stack; the first time takes a few minutes.")
                .contains(
                        """
                          module 1 of 3: Amends
                          module 2 of 3: house-rules
                          module 3 of 3: local-stack
                        """)
                .doesNotContain("Scanning", "Building jar", "the build failed");
        assertThat(folder.resolve(".amends/build.log")).content().contains("Scanning", "Building jar");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".amends/build.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("G1: a build that fails is told with its errors, and nothing starts")
    void failure() throws Exception {
        String said = status(
                MAVEN_SAYS
                        + """
                echo '[ERROR] Main.java:[3,1] not a statement'
                echo '[INFO] afterwards'
                exit 1
                """);

        assertThat(said)
                .contains("module 3 of 3: local-stack")
                .endsWith(
                        """
                        [ERROR] Main.java:[3,1] not a statement
                        amends: the build failed: .amends/build.log says why.
                        """)
                .doesNotContain("afterwards");
    }

    /** What the script says to the command that builds least. */
    private String status(String maven) throws Exception {
        Path script = Files.copy(Path.of("..", "amends"), folder.resolve("amends"));
        Path wrapper = Files.writeString(folder.resolve("mvnw"), maven);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
        Path answer = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "status")
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("AMENDS_BUILD");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(answer, StandardCharsets.UTF_8);
    }
}
