package io.amends.ingest.repair;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.ingest.recorder.ResponseSelection;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which responses go where, and why, as it is posted.
 *
 * @param responseIds which; or
 * @param filter all that match
 * @param dryRun whether nothing is to be moved, but told what would be
 */
public record Reassignment(
        @Nullable String portal,
        @Nullable List<String> responseIds,
        @Nullable Filter filter,
        @Nullable String supportGroup,
        @Nullable String reason,
        @Nullable Boolean dryRun) {
    static final Reassignment NOTHING = new Reassignment(null, null, null, null, null, null);

    /**
     * Responses of one support group as it is now.
     *
     * @param others what is not known here: a filter that is understood only in part would move what it was to leave out
     */
    public record Filter(@Nullable String supportGroup, @JsonAnySetter Map<String, JsonNode> others) {
        public Filter {
            others = others == null ? Map.of() : others;
        }
    }

    /** A reassignment in which nothing is wrong. */
    record CheckedReassignment(ResponseSelection selected, String supportGroup, String reason) {}

    /** Whose responses they are; empty where that is not said. */
    String portalCode() {
        return Objects.requireNonNullElse(IdText.orNull(portal), "");
    }

    /**
     * The same, checked.
     *
     * @param groups those of the portal; of a portal that is not said, none
     * @param sight what of the portal may be moved
     * @throws Problem 400 with all that is wrong
     */
    CheckedReassignment checked(Set<String> groups, Sight sight) {
        List<Reason> errors = new ArrayList<>();
        String cpc = needed("/portal", portal, errors);
        String group = needed("/supportGroup", supportGroup, errors);
        String fault = StatedReason.fault(reason);
        if (fault != null) {
            errors.add(new Reason("/reason", fault));
        }
        if ((responseIds == null) == (filter == null)) {
            errors.add(new Reason("/responseIds", "give either responseIds, or a filter with a supportGroup"));
        }
        if (filter != null) {
            needed("/filter/supportGroup", filter.supportGroup(), errors);
            filter.others()
                    .keySet()
                    .forEach(
                            name -> errors.add(new Reason("/filter/" + name, "is not a filter; only supportGroup is")));
        }
        if (!cpc.isEmpty() && !group.isEmpty() && !groups.contains(group)) {
            errors.add(new Reason("/supportGroup", "unknown support group " + group));
        }
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
        List<String> ids = responseIds == null ? null : IdText.distinct(responseIds);
        String from = filter == null ? null : IdText.orNull(filter.supportGroup());
        return new CheckedReassignment(new ResponseSelection(cpc, ids, from, sight), group, String.valueOf(reason));
    }

    /** 400 with all that is wrong. */
    static Problem refused(List<Reason> errors) {
        return Problem.badRequest("Nothing was reassigned.", errors);
    }

    private static String needed(String pointer, @Nullable String value, List<Reason> errors) {
        String trimmed = IdText.orNull(value);
        if (trimmed == null) {
            errors.add(new Reason(pointer, "is missing"));
            return "";
        }
        return trimmed;
    }
}
