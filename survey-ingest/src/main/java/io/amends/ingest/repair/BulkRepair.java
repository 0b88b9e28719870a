package io.amends.ingest.repair;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.ingest.recorder.ResponseStandings.WaitingFilter;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.form.SurveyForm.SurveyFields;
import io.amends.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which responses of the quarantine are corrected alike, and how, as it is posted.
 *
 * @param responseIds which; or
 * @param filter all that match
 * @param corrections JSON Merge Patch: null removes
 * @param dryRun whether nothing is to be repaired, but told what would be
 */
public record BulkRepair(
        @Nullable String portal,
        @Nullable List<String> responseIds,
        @Nullable Filter filter,
        @Nullable JsonNode corrections,
        @Nullable Boolean dryRun) {
    static final BulkRepair NOTHING = new BulkRepair(null, null, null, null, null);

    /** What many can have in common; a ticket, a date or a customer is each response's own. */
    private static final Set<String> ALIKE = Set.of("supportGroup", "segment", "measures");

    /**
     * Responses that wait and match every part.
     *
     * @param others what is not known here: a filter that is understood only in part would repair what it was to leave out
     */
    public record Filter(
            @Nullable QuarantineCause cause,
            @Nullable String supportGroup,
            @Nullable String segment,
            @JsonAnySetter Map<String, JsonNode> others) {
        public Filter {
            others = others == null ? Map.of() : others;
        }

        private boolean names() {
            return cause != null || IdText.orNull(supportGroup) != null || IdText.orNull(segment) != null;
        }
    }

    /**
     * A repair of many in which nothing is wrong.
     *
     * @param ids which; null: all that match the filter
     */
    record CheckedBulkRepair(String portal, @Nullable List<String> ids, WaitingFilter filter, SurveyFields fields) {}

    /** Whose responses they are; empty where that is not said. */
    String portalCode() {
        return Objects.requireNonNullElse(IdText.orNull(portal), "");
    }

    /**
     * The same, checked; what of it does not fit a response is found at each response.
     *
     * @throws Problem 400 with all that is wrong
     */
    CheckedBulkRepair checked() {
        List<Reason> errors = new ArrayList<>();
        if (portalCode().isEmpty()) {
            errors.add(new Reason("/portal", "is missing"));
        }
        if ((responseIds == null) == (filter == null)) {
            errors.add(new Reason("/responseIds", "give either responseIds or a filter"));
        }
        if (filter != null) {
            filter.others()
                    .keySet()
                    .forEach(name -> errors.add(new Reason(
                            Reason.at("/filter", name), "is not a filter; cause, supportGroup and segment are")));
            if (!filter.names()) {
                errors.add(new Reason("/filter", "names nothing; give a cause, a supportGroup or a segment"));
            }
        }
        SurveyFields fields = fields(errors);
        if (!errors.isEmpty()) {
            throw Problem.badRequest("Nothing was repaired.", errors);
        }
        List<String> ids = responseIds == null ? null : IdText.distinct(responseIds);
        WaitingFilter waiting = filter == null
                ? new WaitingFilter(null, null, null)
                : new WaitingFilter(
                        IdText.orNull(filter.supportGroup()), IdText.orNull(filter.segment()), filter.cause());
        return new CheckedBulkRepair(portalCode(), ids, waiting, fields);
    }

    private SurveyFields fields(List<Reason> errors) {
        ObjectNode none = Json.MAPPER.createObjectNode();
        if (!(corrections instanceof ObjectNode given) || given.isEmpty()) {
            errors.add(new Reason("/corrections", "is missing, or corrects nothing"));
            return new SurveyFields(none, List.of());
        }
        given.fieldNames().forEachRemaining(name -> {
            if (!ALIKE.contains(name)) {
                errors.add(new Reason(
                        Reason.at("/corrections", name),
                        "cannot be corrected for many alike; supportGroup, segment and measures can"));
            }
        });
        try {
            return SubmissionReader.fields(Json.write(given));
        } catch (Malformed e) {
            e.reasons().forEach(wrong -> errors.add(new Reason("/corrections" + wrong.pointer(), wrong.reason())));
            return new SurveyFields(none, List.of());
        }
    }
}
