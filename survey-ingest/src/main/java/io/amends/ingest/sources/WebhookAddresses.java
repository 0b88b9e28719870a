package io.amends.ingest.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.Source;
import io.amends.kit.secrets.Hmac;
import io.amends.kit.secrets.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The addresses that vendors send to: {@code {portal}~{source}~{token}}. The token follows from AMENDS_SECRETS_KEY, so that
 * no database is needed to tell an address that was given from one that was guessed. With another first key a source has
 * another address; the former one is good for as long as the former key is configured. A source that is made again under
 * its code has another one as well.
 */
@ApplicationScoped
public class WebhookAddresses {
    private static final String PATH = "/v1/webhooks/";
    private static final String BETWEEN = "~";
    private static final int TOKEN_BYTES = 24;
    private static final int LONGEST = 300;

    private final SecretBox box;
    private final String base;

    WebhookAddresses(SecretBox box, @ConfigProperty(name = "amends.webhook-url") String base) {
        this.box = box;
        this.base = base.replaceAll("/+$", "");
    }

    /** The last step of an address, before it is known whether anybody was given it. */
    record WrittenAddress(SourceId source, String token) {}

    /** The address of a source; empty without a key. */
    Optional<String> url(SourceId source, Source entry) {
        return tokens(source, entry).stream()
                .findFirst()
                .map(token -> base + PATH + source.portal() + BETWEEN + source.code() + BETWEEN + token);
    }

    /** What the last step of an address says; empty if no address ends so. */
    static Optional<WrittenAddress> read(String step) {
        String[] parts = step.split(BETWEEN, -1);
        boolean written = step.length() <= LONGEST
                && parts.length == 3
                && EntryRules.isCode(parts[0])
                && EntryRules.isCode(parts[1]);
        return written ? Optional.of(new WrittenAddress(new SourceId(parts[0], parts[1]), parts[2])) : Optional.empty();
    }

    /** Whether it is the address of that source, and not of one that had its code before. */
    boolean given(WrittenAddress address, Source entry) {
        boolean given = false;
        for (String token : tokens(address.source(), entry)) {
            given |= Hmac.same(token.getBytes(UTF_8), address.token().getBytes(UTF_8));
        }
        return given;
    }

    private List<String> tokens(SourceId source, Source entry) {
        String making = entry.made() == null ? "" : " " + entry.made();
        return box.derived("webhook " + source.portal() + " " + source.code() + making).stream()
                .map(hash -> Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES)))
                .toList();
    }
}
