package io.amends.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps files from everybody but their owner: customers' names and words lie in logs, topics and mails alike. */
public final class OwnerOnly {
    /** Put before a command: whatever it and its children make is their owner's alone. The process id stays. */
    public static final List<String> UMASK = List.of("sh", "-c", "umask 077; exec \"$@\"", "amends");

    /** What a new file is born with, so that it is never readable for others, not even for a moment. */
    public static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    /** Makes a folder, and those above it, where they are absent. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    /** Makes an empty file where it is absent. */
    public static void file(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, FILE);
        }
    }

    /**
     * Takes every right of others away from the folder and all below it. Links are not followed.
     *
     * @throws StartRefused if something there belongs to somebody else
     */
    public static void mend(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    mendOne(path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (!attributes.isSymbolicLink()) {
                        mendOne(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mendOne(Path path) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            if (!OWNERS.containsAll(rights)) {
                rights.retainAll(OWNERS);
                Files.setPosixFilePermissions(path, rights);
            }
        } catch (IOException e) {
            if (Files.exists(path)) {
                throw new StartRefused(path + " is readable for others and not yours to change: chown it.", e);
            }
        }
    }
}
