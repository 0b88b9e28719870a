package io.amends.rules.matching;

import io.amends.contracts.Answer;
import io.amends.contracts.SurveyResponse;
import io.amends.language.Field;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask of one response: its values, the overall score, the threshold in force and the local time of its
 * submission. A missing value is null; a blank comment is missing.
 */
public final class Facts {
    private final SurveyResponse response;
    private final @Nullable BigDecimal overall;
    private final BigDecimal threshold;
    private final ZoneId zone;
    private final Collection<String> tags;
    private final Collection<String> factors;
    private @Nullable String lowerComment;
    private @Nullable ZonedDateTime submitted;

    /** @param overall null where no overall score was given */
    public Facts(SurveyResponse response, @Nullable BigDecimal overall, BigDecimal threshold, ZoneId zone) {
        this.response = response;
        this.overall = overall;
        this.threshold = threshold;
        this.zone = zone;
        this.tags = searchable(response.tags());
        this.factors = searchable(response.factors());
    }

    /** The few that a response has are found faster one by one than by a set that is made for it. */
    private static Collection<String> searchable(List<String> few) {
        return few.size() <= 8 ? few : new LinkedHashSet<>(few);
    }

    @Nullable
    Value measure(String name) {
        return value(response.measures().get(name));
    }

    @Nullable
    Value field(Field field) {
        String text = text(field);
        return text == null ? null : new Value.Text(text);
    }

    @Nullable
    String text(Field field) {
        return field.of(response);
    }

    @Nullable
    Value property(String name) {
        return value(response.properties().get(name));
    }

    Map<String, Answer> measures() {
        return response.measures();
    }

    Map<String, Object> properties() {
        return response.properties();
    }

    Collection<String> tags() {
        return tags;
    }

    Collection<String> factors() {
        return factors;
    }

    @Nullable
    String comment() {
        String comment = response.comment();
        return comment == null || comment.isBlank() ? null : comment;
    }

    /** The comment in small letters, for finding texts in it. */
    @Nullable
    String lowerComment() {
        String comment = comment();
        if (lowerComment == null && comment != null) {
            lowerComment = lower(comment);
        }
        return lowerComment;
    }

    /** Upper case first: it unfolds letters such as ß, whose small form hides what they equal. */
    static String lower(String text) {
        return ascii(text)
                ? text.toLowerCase(Locale.ROOT)
                : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    ZonedDateTime submitted() {
        if (submitted == null) {
            submitted = response.submittedAt().atZone(zone);
        }
        return submitted;
    }

    @Nullable
    BigDecimal overall() {
        return overall;
    }

    BigDecimal threshold() {
        return threshold;
    }

    static @Nullable Value value(@Nullable Object json) {
        if (json instanceof Answer.Score score) {
            return number(score.value());
        }
        if (json instanceof Answer.YesNo answer) {
            return new Value.Flag(answer.yes());
        }
        if (json instanceof String text) {
            return new Value.Text(text);
        }
        if (json instanceof Boolean yes) {
            return new Value.Flag(yes);
        }
        if (json instanceof Integer || json instanceof Long) {
            return new Value.Numeric(BigDecimal.valueOf(((Number) json).longValue()));
        }
        return json instanceof Number number ? number(new BigDecimal(number.toString())) : null;
    }

    /** A number too long to be compared counts as missing. */
    private static @Nullable Value number(BigDecimal number) {
        return Value.bearable(number) ? new Value.Numeric(number) : null;
    }
}
