package io.amends.contracts.testing;

import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds survey responses; a test names only what matters to it. By default a customer of group NET rated 1 of 5 by phone
 * and was not asked whether to be contacted.
 */
public final class ResponseBuilder {
    /** The measure that is the overall score unless a portal says otherwise. */
    private static final String OVERALL = "csat";

    private String portal = "acme";
    private String id;
    private @Nullable String ticket;
    private @Nullable String group = "NET";
    private @Nullable String segment;
    private @Nullable String brand;
    private @Nullable String channel = "phone";
    private @Nullable String language;
    private @Nullable Agent agent;
    private @Nullable Customer customer;
    private Map<String, Answer> measures = scored("1");
    private List<String> factors = List.of();
    private @Nullable String comment;
    private ContactChoice choice = ContactChoice.NOT_ASKED;
    private List<String> tags = List.of();
    private Map<String, Object> properties = Map.of();
    private Instant submittedAt = Instant.parse("2026-11-20T07:55:00Z");
    private @Nullable Instant updatedAt;
    private @Nullable String followUpOf;

    private ResponseBuilder(String id) {
        this.id = id;
        this.ticket = "T-" + id;
    }

    /** A response of that id, about a ticket of its own. */
    public static ResponseBuilder response(String id) {
        return new ResponseBuilder(id);
    }

    /** A response that is like another one but for what is named. */
    public static ResponseBuilder like(SurveyResponse other) {
        ResponseBuilder builder = new ResponseBuilder(other.responseId());
        builder.portal = other.portal();
        builder.ticket = other.ticketId();
        builder.group = other.supportGroup();
        builder.segment = other.segment();
        builder.brand = other.brand();
        builder.channel = other.channel();
        builder.language = other.language();
        builder.agent = other.agent();
        builder.customer = other.customer();
        builder.measures = other.measures();
        builder.factors = other.factors();
        builder.comment = other.comment();
        builder.choice = other.contactChoice();
        builder.tags = other.tags();
        builder.properties = other.properties();
        builder.submittedAt = other.submittedAt();
        builder.updatedAt = other.updatedAt();
        builder.followUpOf = other.followUpOf();
        return builder;
    }

    public ResponseBuilder portal(String code) {
        portal = code;
        return this;
    }

    public ResponseBuilder id(String responseId) {
        id = responseId;
        return this;
    }

    public ResponseBuilder ticket(@Nullable String ticketId) {
        ticket = ticketId;
        return this;
    }

    public ResponseBuilder group(@Nullable String code) {
        group = code;
        return this;
    }

    public ResponseBuilder segment(@Nullable String code) {
        segment = code;
        return this;
    }

    public ResponseBuilder brand(@Nullable String name) {
        brand = name;
        return this;
    }

    public ResponseBuilder channel(@Nullable String name) {
        channel = name;
        return this;
    }

    public ResponseBuilder language(@Nullable String tag) {
        language = tag;
        return this;
    }

    public ResponseBuilder agent(@Nullable Agent who) {
        agent = who;
        return this;
    }

    public ResponseBuilder customer(@Nullable Customer who) {
        customer = who;
        return this;
    }

    /** Every answer. */
    public ResponseBuilder measures(Map<String, Answer> answers) {
        measures = answers;
        return this;
    }

    /** The one answer is the overall score; null: there is no answer at all. */
    public ResponseBuilder overall(@Nullable String score) {
        return measures(score == null ? Map.of() : scored(score));
    }

    public ResponseBuilder factors(List<String> chosen) {
        factors = chosen;
        return this;
    }

    public ResponseBuilder comment(@Nullable String text) {
        comment = text;
        return this;
    }

    public ResponseBuilder choice(ContactChoice made) {
        choice = made;
        return this;
    }

    public ResponseBuilder tags(List<String> all) {
        tags = all;
        return this;
    }

    public ResponseBuilder properties(Map<String, Object> all) {
        properties = all;
        return this;
    }

    public ResponseBuilder submittedAt(Instant moment) {
        submittedAt = moment;
        return this;
    }

    public ResponseBuilder updatedAt(@Nullable Instant moment) {
        updatedAt = moment;
        return this;
    }

    /** The case whose follow-up survey this answers. */
    public ResponseBuilder followUpOf(@Nullable String caseId) {
        followUpOf = caseId;
        return this;
    }

    public SurveyResponse build() {
        return new SurveyResponse(
                portal,
                id,
                ticket,
                group,
                segment,
                brand,
                channel,
                language,
                agent,
                customer,
                measures,
                factors,
                comment,
                choice,
                tags,
                properties,
                submittedAt,
                updatedAt,
                followUpOf);
    }

    /** The overall score, where there is one. */
    @Nullable
    BigDecimal score() {
        return measures.get(OVERALL) instanceof Answer.Score score ? score.value() : null;
    }

    private static Map<String, Answer> scored(String score) {
        return Map.of(OVERALL, new Answer.Score(new BigDecimal(score)));
    }
}
