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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AskNicely: signs nothing, and sends a header that its admin writes; numbers are texts (docs/sources/asknicely.md). Of a
 * change it tells no time: it counts the webhooks of a response, and of an edit {@code responded} may be the same.
 */
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

    /** Where the preset finds when a version was made. */
    private static final String UPDATED = "updated";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

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
        date(event, count);
        return List.of(VendorEvent.response(response + "/" + count, response, event));
    }

    /** Versions of a response are as many milliseconds apart as their counts: the later edit is the newer version (A3). */
    private static void date(ObjectNode event, String count) {
        String responded = Bodies.text(event, "/question/responded");
        if (responded != null
                && SECONDS.matcher(responded).matches()
                && COUNT.matcher(count).matches()) {
            event.put(UPDATED, Long.parseLong(responded) * 1_000 + Long.parseLong(count) - 1);
        }
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
