package io.amends.dashboard.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.dashboard.signin.core.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the passwords that are tried first. */
@ApplicationScoped
class CommonPasswords {
    private static final String LIST = "common.txt";

    /** The rules that know them. */
    @Produces
    @Singleton
    PasswordRules rules() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return new PasswordRules(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
