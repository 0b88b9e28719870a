package io.amends.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large the body of a request may be. Nearly all routes hold theirs in memory, and take the usual size; the few that
 * read a file as it comes are named by their paths, and take what the platform lets in at most.
 */
@ApplicationScoped
public class BodyLimits {
    private final long largest;
    private final long usual;
    private final Optional<Pattern> files;

    BodyLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest,
            @ConfigProperty(name = "amends.http.usual-body") Optional<MemorySize> usual,
            @ConfigProperty(name = "amends.http.file-routes") Optional<String> files) {
        this.largest = largest.asLongValue();
        this.usual = usual.map(MemorySize::asLongValue).orElse(this.largest);
        this.files = files.map(Pattern::compile);
    }

    /** Whether a path is one that takes files, which come as long as it takes. */
    public boolean takesFiles(String path) {
        return files.isPresent() && files.get().matcher(path).matches();
    }

    /** The most bytes of a body for that path. */
    long most(String path) {
        return takesFiles(path) ? largest : usual;
    }
}
