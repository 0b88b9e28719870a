package io.amends.local.stack;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the repository
 * @param data what the stack writes, {@code .amends} in the root
 */
public record StackPaths(Path root, Path data) {
    public static StackPaths of(Path root) {
        return new StackPaths(root, root.resolve(".amends"));
    }

    /** A part's own folder. */
    public Path folder(StackPart part) {
        return data.resolve(part.id());
    }

    public Path log(StackPart part) {
        return data.resolve("logs").resolve(part.id() + ".log");
    }

    public Path credentials() {
        return data.resolve("credentials.env");
    }

    Path lock() {
        return data.resolve("lock");
    }

    Path state() {
        return data.resolve("state.json");
    }

    /** The built service, to be run with {@code java -jar}. */
    Path jar(StackPart service) {
        return root.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
