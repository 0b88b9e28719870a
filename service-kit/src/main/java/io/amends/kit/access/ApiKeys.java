package io.amends.kit.access;

import io.amends.kit.id.Sha256;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who holds an API key (H2): one that is configured, or one that was made and is good at this moment. */
@ApplicationScoped
public class ApiKeys {
    private static final Duration READING = Duration.ofSeconds(1);

    private final ConfiguredKeys configured;
    private final KeyView made;
    private final Clock clock;

    ApiKeys(
            @ConfigProperty(name = "amends.api-key-hashes", defaultValue = " ") String configured,
            KeyView made,
            Clock clock) {
        this.configured = new ConfiguredKeys(configured);
        this.made = made;
        this.clock = clock;
    }

    /** Whether no key is configured, so that whoever reaches this service owns the machine (LoopbackGuard). */
    boolean none() {
        return configured.none();
    }

    /** Whether a key of this name is Amends' own, such as the one by which its services ask each other for a person. */
    public boolean own(String name) {
        return configured.names(name);
    }

    /**
     * Whether a key that is configured has this name, in whichever case, or the owner of the machine, who needs none: no
     * key that is made may look like them in the log.
     */
    public boolean configured(String name) {
        return name.equalsIgnoreCase(AccessFilter.LOCAL.name()) || configured.names(name);
    }

    /**
     * The name of the key with this id ({@link Caller#keyId}), if it is good at this moment. Ask {@link #complete} first: a key
     * that is not read yet is as good as none.
     */
    public Optional<String> name(String keyId) {
        return configured(keyId) ? Optional.of(keyId) : made.name(keyId, clock.instant());
    }

    /** Whether all keys that there were when this process began are read. */
    public boolean complete() {
        return made.complete();
    }

    /**
     * Whose key this is. It is looked up by its hash, so that timing tells nothing about a key.
     *
     * @return empty for one that is not known, where this service has no keys at all
     * @throws Problem 401 if it is not known, has expired or was revoked; 503 as long as the keys are being read
     */
    Optional<KeyHolder> holder(String secret) {
        Optional<KeyHolder> holder = known(secret);
        if (holder.isEmpty() && !made.complete()) {
            throw Problem.of(503, "Service unavailable", "The API keys are being read. Please try again shortly.")
                    .retryAfter(READING);
        }
        if (holder.isEmpty() && !(none() && made.none())) {
            throw Problem.unauthorized("That API key is not known here, or is not good any more.");
        }
        return holder;
    }

    /** The same for a route that is open to all, where what is no key may be something else, such as a vendor's secret. */
    Optional<KeyHolder> known(String secret) {
        String hash = Sha256.hex(secret);
        KeyHolder known = configured.holder(hash);
        return known != null
                ? Optional.of(known)
                : made.good(hash, clock.instant()).map(KeyHolder::of);
    }
}
