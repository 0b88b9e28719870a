package io.amends.messages.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The file of a message bundle in another language than English, read as Quarkus reads it: a message a line, in UTF-8. */
final class BundleFile {
    static final String FOLDER = "messages";
    private static final String END = ".properties";

    private BundleFile() {}

    /** What the file of a bundle in a language is called. */
    static String name(Class<?> bundle, String language) {
        return BundleInterface.name(bundle) + "_" + language + END;
    }

    /**
     * The messages by their keys.
     *
     * @throws IllegalArgumentException if the bundle is not there in that language
     */
    static Map<String, String> read(Class<?> bundle, String language) {
        String name = FOLDER + "/" + name(bundle, language);
        try (InputStream in = bundle.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return messages(new String(in.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of the lines of a file, by their keys. */
    static Map<String, String> messages(List<String> lines) {
        Map<String, String> messages = new TreeMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("no message: " + line);
                }
                String key = line.substring(0, equals).strip();
                if (messages.put(key, line.substring(equals + 1).strip()) != null) {
                    throw new IllegalArgumentException(key + " is there twice");
                }
            }
        }
        return messages;
    }
}
