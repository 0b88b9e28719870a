package io.amends.contracts.testing;

import io.amends.contracts.Agent;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds decisions as recovery-rules makes them; a test names only what matters to it. What is not named follows from the
 * response by the table of B3, with a threshold of 2 and the usual contact policy.
 */
public final class DecisionBuilder {
    private static final BigDecimal THRESHOLD = BigDecimal.valueOf(2);

    private final ResponseBuilder response;
    private long version = 1;
    private @Nullable String decisionId;
    private @Nullable Kind kind;
    private @Nullable Contact contact;
    private @Nullable Integer priority;
    private @Nullable Alert alert;
    private @Nullable List<String> tags;
    private @Nullable Boolean followUp;
    private final List<AlsoHears> also = new ArrayList<>();
    private @Nullable String summary;
    private List<String> rules = List.of();
    private @Nullable String supersededBy;
    private @Nullable String replaces;
    private @Nullable String previousGroup;
    private boolean repaired;
    private boolean history;
    private boolean withdrawn;
    private @Nullable Instant recordedAt;

    private DecisionBuilder(ResponseBuilder response) {
        this.response = response;
    }

    /** The first decision about a response. */
    public static DecisionBuilder about(ResponseBuilder response) {
        return new DecisionBuilder(response);
    }

    /** Names more of the response. */
    public DecisionBuilder with(Consumer<ResponseBuilder> more) {
        more.accept(response);
        return this;
    }

    public DecisionBuilder portal(String code) {
        return with(r -> r.portal(code));
    }

    public DecisionBuilder response(String id) {
        return with(r -> r.id(id));
    }

    public DecisionBuilder ticket(String id) {
        return with(r -> r.ticket(id));
    }

    public DecisionBuilder group(String code) {
        return with(r -> r.group(code));
    }

    public DecisionBuilder overall(int score) {
        return with(r -> r.overall(Integer.toString(score)));
    }

    /** The customer gave no overall score. */
    public DecisionBuilder unrated() {
        return with(r -> r.overall(null));
    }

    /** The customer rated 5 of 5. */
    public DecisionBuilder happy() {
        return overall(5);
    }

    public DecisionBuilder choice(ContactChoice made) {
        return with(r -> r.choice(made));
    }

    /** The customer asked to be contacted. */
    public DecisionBuilder asked() {
        return choice(ContactChoice.YES);
    }

    /** The customer asked not to be contacted. */
    public DecisionBuilder refused() {
        return choice(ContactChoice.NO);
    }

    public DecisionBuilder customer(@Nullable Customer who) {
        return with(r -> r.customer(who));
    }

    public DecisionBuilder agent(@Nullable Agent who) {
        return with(r -> r.agent(who));
    }

    public DecisionBuilder factors(List<String> chosen) {
        return with(r -> r.factors(chosen));
    }

    /** When the customer answered. */
    public DecisionBuilder received(Instant moment) {
        return with(r -> r.submittedAt(moment));
    }

    /** When the customer answered. */
    public DecisionBuilder received(String moment) {
        return received(Instant.parse(moment));
    }

    /** The case whose follow-up survey it answers. */
    public DecisionBuilder followUpOf(String caseId) {
        return with(r -> r.followUpOf(caseId));
    }

    public DecisionBuilder version(long number) {
        version = number;
        return this;
    }

    public DecisionBuilder decisionId(String id) {
        decisionId = id;
        return this;
    }

    public DecisionBuilder kind(Kind decided) {
        kind = decided;
        return this;
    }

    public DecisionBuilder contact(Contact decided) {
        contact = decided;
        return this;
    }

    public DecisionBuilder priority(int decided) {
        priority = decided;
        return this;
    }

    public DecisionBuilder alert(Alert decided) {
        alert = decided;
        return this;
    }

    public DecisionBuilder tags(List<String> decided) {
        tags = decided;
        return this;
    }

    public DecisionBuilder followUp(boolean decided) {
        followUp = decided;
        return this;
    }

    /** The stored sentence. */
    public DecisionBuilder summary(String sentence) {
        summary = sentence;
        return this;
    }

    /** The names of the rules that apply. */
    public DecisionBuilder rules(String... names) {
        rules = List.of(names);
        return this;
    }

    /** A rule of that name lets the contact hear of it, too. */
    public DecisionBuilder also(String contactId, String rule) {
        also.add(new AlsoHears(contactId, rule));
        return this;
    }

    /** Another response took its place. */
    public DecisionBuilder supersededBy(@Nullable String other) {
        supersededBy = other;
        return this;
    }

    /** It took the place of another response. */
    public DecisionBuilder replaces(String other) {
        replaces = other;
        return this;
    }

    /** It came from another support group. */
    public DecisionBuilder movedFrom(String group) {
        previousGroup = group;
        return this;
    }

    /** It waited in quarantine until then. */
    public DecisionBuilder repairedAt(String moment) {
        repaired = true;
        recordedAt = Instant.parse(moment);
        return this;
    }

    /** It came too late for any digest. */
    public DecisionBuilder history() {
        history = true;
        return this;
    }

    /** A later version of it is in quarantine. */
    public DecisionBuilder withdrawn() {
        withdrawn = true;
        return this;
    }

    public RecoveryDecided build() {
        SurveyResponse about = response.build();
        Kind decided = kind == null ? usualKind(about) : kind;
        Contact allowed = contact == null ? usualContact(about, decided) : contact;
        boolean acts = RecoveryDecided.candidate(decided, allowed);
        boolean recovers = acts && decided == Kind.RECOVERY;
        return new RecoveryDecided(
                decisionId == null ? "d-" + about.portal() + "-" + about.responseId() + "-" + version : decisionId,
                about.portal(),
                about.responseId(),
                version,
                Objects.requireNonNullElse(about.ticketId(), ""),
                Objects.requireNonNullElse(about.supportGroup(), ""),
                decided,
                allowed,
                decided == Kind.NONE ? null : priority == null ? usualPriority(about, decided) : priority,
                alert == null ? (acts && !history ? Alert.DIGEST : Alert.NONE) : alert,
                tags == null ? (recovers ? List.of("service_recovery") : List.of()) : tags,
                followUp == null ? recovers : followUp,
                acts ? List.copyOf(also) : List.of(),
                0,
                "p",
                rules,
                new Explanation(
                        summary == null ? "Rated " + response.score() + " of 5." : summary,
                        response.score(),
                        THRESHOLD,
                        about.contactChoice()),
                withdrawn ? Standing.WITHDRAWN : supersededBy == null ? Standing.COUNTS : Standing.REPLACED,
                supersededBy,
                replaces,
                previousGroup,
                repaired,
                history,
                withdrawn,
                recordedAt == null ? about.submittedAt().plusSeconds(1) : recordedAt,
                recordedAt == null ? about.submittedAt().plusSeconds(1) : recordedAt,
                about);
    }

    private Kind usualKind(SurveyResponse about) {
        if (supersededBy != null || withdrawn) {
            return Kind.NONE;
        }
        boolean asks = about.contactChoice() == ContactChoice.YES;
        BigDecimal score = response.score();
        boolean low = score == null ? asks : score.compareTo(THRESHOLD) <= 0;
        return low ? Kind.RECOVERY : asks ? Kind.OPPORTUNITY : Kind.NONE;
    }

    private static Contact usualContact(SurveyResponse about, Kind decided) {
        return switch (about.contactChoice()) {
            case NO -> Contact.FORBIDDEN;
            case UNANSWERED -> Contact.ALLOWED;
            case YES, NOT_ASKED -> decided == Kind.NONE ? Contact.ALLOWED : Contact.REQUIRED;
        };
    }

    private static int usualPriority(SurveyResponse about, Kind decided) {
        if (decided == Kind.OPPORTUNITY) {
            return 3;
        }
        return about.contactChoice() == ContactChoice.YES ? 1 : 2;
    }
}
