package io.amends.local.command;

import io.amends.local.stack.StackPaths;
import java.nio.file.Path;

/** The repository this was started for. */
final class Checkout {
    private Checkout() {}

    /** AMENDS_DATA names another folder than {@code .amends}: a second stack beside the first one. */
    static StackPaths place() {
        Path root =
                Path.of(System.getProperty("amends.root", ".")).toAbsolutePath().normalize();
        String data = System.getenv("AMENDS_DATA");
        return data == null
                ? StackPaths.of(root)
                : new StackPaths(root, Path.of(data).toAbsolutePath());
    }
}
