package io.amends.messages.testing;

import io.amends.messages.pseudo.PseudoText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

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
        Path folder = Files.createDirectories(testClasses.resolve(BundleFile.FOLDER));
        copy(classes.resolve(BundleFile.FOLDER), folder);
        for (Class<?> bundle : BundleClasses.in(classes, loader)) {
            Files.write(folder.resolve(BundleFile.name(bundle, PseudoText.TAG.replace('-', '_'))), lines(bundle));
        }
    }

    /** Quarkus reads one folder of messages of a module: the languages of the service stand beside that of its tests. */
    private static void copy(Path told, Path folder) throws IOException {
        if (Files.isDirectory(told)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(told)) {
                for (Path file : files) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Quarkus reads a message from one line in UTF-8, and takes it as it is. */
    private static List<String> lines(Class<?> bundle) {
        return Arrays.stream(bundle.getMethods())
                .map(method -> BundleInterface.key(method) + "=" + PseudoText.of(BundleInterface.text(method)))
                .sorted()
                .toList();
    }
}
