package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** AskNicely: signs nothing, and sends a header that its admin writes; numbers are texts (docs/sources/asknicely.md). */
final class AskNicely implements Vendor {
    private static final SourceMapping PRESET = Preset.of("asknicely").mapping();
    /** What the preset has, what is a time of the vendor's own, and a name that nobody need keep twice. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "score",
            "comment",
            "sent",
            "opened",
            "responded",
            "created",
            "name",
            "firstname",
            "lastname",
            "email");

    @Override
    public boolean genuine(Webhook webhook, String secret, SourceDefaults defaults, Instant now) {
        String header = Objects.requireNonNullElse(defaults.header(), KEY_HEADER);
        String written = webhook.text(header);
        boolean right = Signatures.isSecret(written, secret);
        right |= Signatures.isSecret(Signatures.after(Signatures.BEARER, written), secret);
        return right;
    }

    @Override
    public List<VendorEvent> events(byte[] body, @Nullable String messageId) throws UnreadableBody {
        ObjectNode event = Bodies.object(body);
        String response = Bodies.text(event, "/question/id");
        if (response == null) {
            throw new UnreadableBody("has no question with an id");
        }
        String count = Objects.requireNonNullElse(Bodies.text(event, "/count"), "1");
        return List.of(VendorEvent.response(response + "/" + count, response, event));
    }

    @Override
    public SourceMapping preset(JsonNode body) {
        return PRESET;
    }

    @Override
    public List<VendorAnswer> answers(JsonNode body) {
        List<VendorAnswer> answers = new ArrayList<>(Bodies.members(body, "/question", KNOWN));
        answers.addAll(Bodies.members(body, "/person", KNOWN));
        return answers;
    }
}
