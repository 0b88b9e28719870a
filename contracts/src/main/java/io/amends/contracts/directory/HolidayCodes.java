package io.amends.contracts.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes by which public holidays can be named: a country such as {@code de}, and its parts after a hyphen each, such
 * as {@code de-by}. The list is that of the library which knows the holidays; a test of service-kit compares them. It is
 * here so that whoever reads a calendar says the same of its code.
 */
public final class HolidayCodes {
    private static final Set<String> CODES = codes();

    private HolidayCodes() {}

    /** Whether the public holidays of that code are known. Codes are in lower case. */
    public static boolean known(String code) {
        return CODES.contains(code);
    }

    /** All codes. */
    public static Set<String> all() {
        return CODES;
    }

    private static Set<String> codes() {
        InputStream list = Objects.requireNonNull(HolidayCodes.class.getResourceAsStream("holidays.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
