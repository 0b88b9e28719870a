package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("keys are made once, kept, and readable for their owner alone")
    void onceAndPrivate() throws Exception {
        Path file = folder.resolve("credentials.env");

        Credentials made = Credentials.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Credentials.in(file)).isEqualTo(made);
        assertThat(Files.readString(file))
                .contains("AMENDS_API_KEY=" + made.apiKey() + "\n")
                .contains("AMENDS_USER=" + made.user() + "\n")
                .contains("AMENDS_PASSWORD=" + made.password() + "\n");
        assertThat(made.apiKey())
                .isNotEqualTo(Credentials.in(folder.resolve("other.env")).apiKey());
    }

    @Test
    @DisplayName("what a person wrote into the file stays; what is missing is added")
    void added() throws Exception {
        Path file = folder.resolve("credentials.env");
        Files.writeString(file, "AMENDS_USER=kim\n");

        Credentials credentials = Credentials.in(file);

        assertThat(credentials.user()).isEqualTo("kim");
        assertThat(credentials.password()).isNotBlank();
    }

    @Test
    @DisplayName("services get the hashes of key and password, never these")
    void hashes() throws Exception {
        Credentials credentials = Credentials.in(folder.resolve("credentials.env"));
        byte[] sha256 =
                MessageDigest.getInstance("SHA-256").digest(credentials.apiKey().getBytes(StandardCharsets.UTF_8));

        assertThat(credentials.apiKeyHashes())
                .isEqualTo("local:" + HexFormat.of().formatHex(sha256));
        String[] user = credentials.users().split(":");
        assertThat(user[0]).isEqualTo(credentials.user());
        assertThat(BCrypt.verifyer().verify(credentials.password().toCharArray(), user[1]).verified)
                .isTrue();
    }

    @Test
    @DisplayName("H1: a restart tells the services the same hash of the same password, so that nobody is signed out")
    void sameHash() {
        Credentials credentials = Credentials.in(folder.resolve("credentials.env"));
        Credentials others = Credentials.in(folder.resolve("others.env"));

        assertThat(Credentials.in(folder.resolve("credentials.env")).users()).isEqualTo(credentials.users());
        assertThat(others.users()).isNotEqualTo(credentials.users());
    }
}
