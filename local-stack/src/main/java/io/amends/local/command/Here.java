package io.amends.local.command;

import io.amends.local.stack.Place;
import java.nio.file.Path;

/** The repository this was started for. */
final class Here {
    private Here() {}

    /** AMENDS_DATA names another folder than {@code .amends}: a second stack beside the first one. */
    static Place place() {
        Path root =
                Path.of(System.getProperty("amends.root", ".")).toAbsolutePath().normalize();
        String data = System.getenv("AMENDS_DATA");
        return data == null ? Place.of(root) : new Place(root, Path.of(data).toAbsolutePath());
    }
}
