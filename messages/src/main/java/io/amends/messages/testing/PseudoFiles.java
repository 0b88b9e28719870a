package io.amends.messages.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.amends.messages.pseudo.PseudoText;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the pseudo language of all message bundles of a service, so that Quarkus reads them as one more language of its
 * tests. The build of a service runs this between the compilation and the run of its tests.
 */
public final class PseudoFiles {
    private PseudoFiles() {}

    /**
     * Writes a file for each bundle.
     *
     * @param arguments the folder of the service's classes, and that of its test classes
     */
    public static void main(String... arguments) throws IOException {
        write(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Thread.currentThread().getContextClassLoader());
    }

    static void write(Path classes, Path testClasses, ClassLoader loader) throws IOException {
        Path folder = Files.createDirectories(testClasses.resolve("messages"));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(PseudoFiles::namesTheAnnotation).toList()) {
                Class<?> type = load(classes.relativize(file).toString(), loader);
                if (type.isAnnotationPresent(MessageBundle.class)) {
                    Files.write(folder.resolve(BundleInterface.name(type) + "_" + fileSuffix()), lines(type));
                }
            }
        }
    }

    /** Only these are loaded: of a class that names the annotation the loader finds all that it needs. */
    private static boolean namesTheAnnotation(Path file) {
        try {
            return file.toString().endsWith(".class")
                    && Files.readString(file, ISO_8859_1).contains(MessageBundle.class.descriptorString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class of the service is not on the class path", e);
        }
    }

    private static String fileSuffix() {
        return PseudoText.TAG.replace('-', '_') + ".properties";
    }

    /** Quarkus reads a message from one line in UTF-8, and takes it as it is. */
    private static List<String> lines(Class<?> bundle) {
        return Arrays.stream(bundle.getMethods())
                .map(method -> BundleInterface.key(method) + "=" + PseudoText.of(BundleInterface.text(method)))
                .sorted()
                .toList();
    }
}
