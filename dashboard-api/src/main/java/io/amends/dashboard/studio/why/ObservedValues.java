package io.amends.dashboard.studio.why;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.dashboard.studio.shared.ClauseMessages;
import io.amends.dashboard.studio.shared.ClauseSentences;
import io.amends.language.ClauseKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says the value that a condition saw in a response. */
@ApplicationScoped
class ObservedValues {
    private static final int LONGEST = 200;

    private final WhyMessages messages;
    private final ClauseMessages clauseMessages;
    private final ClauseSentences clauses;
    private final Formats formats;

    ObservedValues(WhyMessages messages, ClauseMessages clauseMessages, ClauseSentences clauses, Formats formats) {
        this.messages = messages;
        this.clauseMessages = clauseMessages;
        this.clauses = clauses;
        this.formats = formats;
    }

    String of(ClauseForm clause, @Nullable JsonNode value, Portal portal, Vocabulary names) {
        ClauseKind kind = clause.kind();
        if (value == null || value.isNull() || value.isMissingNode()) {
            return messages.seenNothing();
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(v -> all.add(v.asText()));
            return all.isEmpty() ? messages.seenNone() : messages.seen(String.join(", ", all));
        }
        if (value.isBoolean()) {
            return messages.seen(value.booleanValue() ? clauseMessages.yes() : clauseMessages.no());
        }
        if (value.isNumber()) {
            return messages.seen(formats.number(value.decimalValue()));
        }
        if (kind == ClauseKind.FIELD) {
            return messages.seen(clauses.named(clause.subject(), shortened(value, kind), names));
        }
        return messages.seen(kind == ClauseKind.SUBMITTED ? moment(value.asText(), portal) : shortened(value, kind));
    }

    private static String shortened(JsonNode value, ClauseKind kind) {
        String text = value.asText();
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return kind == ClauseKind.COMMENT ? "“" + shown + "”" : shown;
    }

    private String moment(String written, Portal portal) {
        try {
            return formats.whole(OffsetDateTime.parse(written).atZoneSameInstant(portal.timeZone())) + ", "
                    + formats.zone(portal.timeZone());
        } catch (DateTimeParseException e) {
            return written;
        }
    }
}
