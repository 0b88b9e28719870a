package io.amends.dashboard.studio;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.language.ClauseKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says the value that a condition saw in a response. */
@ApplicationScoped
class SeenWords {
    private static final int LONGEST = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);

    private final StudioWords words;
    private final LayoutMessages common;
    private final ClauseWords clauses;
    private final Formats say;

    SeenWords(StudioWords words, LayoutMessages common, ClauseWords clauses, Formats say) {
        this.words = words;
        this.common = common;
        this.clauses = clauses;
        this.say = say;
    }

    String of(ClauseForm clause, @Nullable JsonNode value, Portal portal, Vocabulary names) {
        ClauseKind kind = clause.kind();
        if (value == null || value.isNull() || value.isMissingNode()) {
            return words.seenNothing();
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(v -> all.add(v.asText()));
            return all.isEmpty() ? words.seenNone() : words.seen(String.join(", ", all));
        }
        if (value.isBoolean()) {
            return words.seen((value.booleanValue() ? common.yes() : common.no()).toLowerCase(Locale.ROOT));
        }
        if (value.isNumber()) {
            return words.seen(value.decimalValue().stripTrailingZeros().toPlainString());
        }
        if (kind == ClauseKind.FIELD) {
            return words.seen(clauses.named(clause.subject(), shortened(value, kind), names));
        }
        return words.seen(kind == ClauseKind.SUBMITTED ? moment(value.asText(), portal) : shortened(value, kind));
    }

    private static String shortened(JsonNode value, ClauseKind kind) {
        String text = value.asText();
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return kind == ClauseKind.COMMENT ? "“" + shown + "”" : shown;
    }

    private String moment(String written, Portal portal) {
        try {
            return MOMENT.format(OffsetDateTime.parse(written).atZoneSameInstant(portal.timeZone())) + ", "
                    + say.zone(portal.timeZone());
        } catch (DateTimeParseException e) {
            return written;
        }
    }
}
