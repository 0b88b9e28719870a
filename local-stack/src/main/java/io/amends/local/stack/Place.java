package io.amends.local.stack;

import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the repository
 * @param data what the stack writes, {@code .amends} in the root
 */
public record Place(Path root, Path data) {
    public static Place of(Path root) {
        return new Place(root, root.resolve(".amends"));
    }

    /** A part's own folder. */
    public Path folder(Part part) {
        return data.resolve(part.id());
    }

    public Path log(Part part) {
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
    Path jar(Part service) {
        return root.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
