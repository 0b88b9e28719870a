package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.kit.id.Sha256;
import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whatever sends JSON and can sign it, or send a secret in a header (docs/sources/json.md). What is signed by Standard
 * Webhooks is judged by that alone.
 */
final class GenericJson implements Vendor {
    private static final String STANDARD = "webhook-signature";
    private static final List<String> HEADERS =
            List.of("X-Signature", "X-Signature-256", "X-Hub-Signature-256", KEY_HEADER, "Authorization");

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        if (webhook.header(STANDARD) != null) {
            return Signatures.isStandard(webhook, secret, now);
        }
        byte[] hash = Hmac.SHA256.of(secret.getBytes(UTF_8), webhook.body());
        boolean right = false;
        for (String header : defaults.header() == null ? HEADERS : List.of(defaults.header())) {
            String written = webhook.text(header);
            for (String prefix : List.of("", Signatures.SHA256_EQUALS, Signatures.BEARER)) {
                String value = Signatures.after(prefix, written);
                right |= Signatures.isSecret(value, secret);
                right |= Signatures.isHex(value, hash);
                right |= Signatures.isBase64(value, hash);
            }
        }
        return right;
    }

    @Override
    public @Nullable String secretFault(String secret) {
        return Signatures.standardFault(secret);
    }

    @Override
    public @Nullable String messageId(Webhook webhook) {
        // Only Standard Webhooks sign it: by another signature anybody could give an old body a new id.
        return webhook.header(STANDARD) == null ? null : webhook.header("webhook-id");
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        List<VendorEvent> events = new ArrayList<>();
        for (ObjectNode each : Bodies.objects(body)) {
            String hash = Sha256.hex(Json.write(each));
            events.add(VendorEvent.response(messageId == null ? hash : messageId + "/" + hash, null, each));
        }
        return events;
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return SourceMapping.NONE;
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        return Bodies.members(body, "", Set.of());
    }
}
