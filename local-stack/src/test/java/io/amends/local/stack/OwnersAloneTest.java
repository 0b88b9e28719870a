package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.process.OwnerOnly;
import io.amends.local.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersAloneTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "H6: what a running stack writes is its owner's alone, from the folder itself to PostgreSQL's programs")
    @SuppressWarnings("try") // held, not used
    void written() throws Exception {
        StackPaths place = new StackPaths(folder, folder.resolve("made/.amends"));
        StackPorts ports = ports();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (UpLock lock = UpLock.take(place)) {
            Supervisor stack = new Supervisor(
                    place,
                    ports,
                    Credentials.in(place.credentials()),
                    List.of(StackPart.KAFKA, StackPart.POSTGRES, StackPart.MAIL),
                    nowhere);
            try {
                stack.start();
                post(ports.url(StackPart.MAIL) + "/hooks/desk");
                assertThat(open(place.data())).isEmpty();
            } finally {
                stack.stop();
            }
            assertThat(place.state()).exists();
        }
        assertThat(open(place.data())).isEmpty();
        assertThat(place.folder(StackPart.POSTGRES).resolve("bin")).isNotEmptyDirectory();
    }

    @Test
    @DisplayName("H6: an older stack's files are taken from others; what a link leads to is left alone")
    void mended() throws Exception {
        Path data = Files.createDirectories(folder.resolve(".amends/kafka/data"));
        Path outside = Files.writeString(folder.resolve("outside"), "theirs");
        Path log = Files.writeString(data.resolve("00000.log"), "a customer's words");
        Path program = Files.writeString(data.resolve("postgres"), "#!");
        rights(data, "rwxrwxrwx");
        rights(log, "rw-rw-rw-");
        rights(program, "rwxr-xr-x");
        rights(outside, "rw-r--r--");
        Files.createSymbolicLink(data.resolve("link"), outside);

        OwnerOnly.mend(folder.resolve(".amends"));

        assertThat(open(folder.resolve(".amends"))).isEmpty();
        assertThat(rights(program)).isEqualTo("rwx------");
        assertThat(rights(log)).isEqualTo("rw-------");
        assertThat(rights(outside)).isEqualTo("rw-r--r--");
        OwnerOnly.mend(folder.resolve("absent"));
    }

    /** What others may do something with. */
    private static List<String> open(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(path))
                    .map(path -> rights(path) + " " + path)
                    .filter(line -> !line.startsWith("------", 3))
                    .toList();
        }
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            return "---------"; // gone since it was listed
        }
    }

    private static void rights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static void post(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isLessThan(300);
    }

    private static StackPorts ports() {
        Map<StackPart, Integer> ports = new EnumMap<>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            ports.put(part, Ports.free());
        }
        return new StackPorts(ports, Ports.free());
    }
}
