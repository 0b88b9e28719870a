package io.amends.messages.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the message bundles of a service. */
final class BundleClasses {
    private BundleClasses() {}

    /** The interfaces of all bundles in a folder of classes. */
    static List<Class<?>> in(Path classes, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(BundleClasses::namesTheAnnotation)
                    .<Class<?>>map(file -> load(classes.relativize(file).toString(), loader))
                    .filter(type -> type.isAnnotationPresent(MessageBundle.class))
                    .toList();
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
}
