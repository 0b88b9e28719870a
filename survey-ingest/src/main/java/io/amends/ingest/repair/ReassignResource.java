package io.amends.ingest.repair;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.access.Scope;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.Standings;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Action;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves responses to another support group; their notes and case follow (A8). */
@Needs(value = Scope.QUARANTINE_WRITE, may = Action.DECIDE_CASES)
@Path("/v1/surveys/reassign")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReassignResource {
    private static final int AT_ONCE = 500;

    private final Repairs repairs;
    private final Standings standings;
    private final DirectoryView directory;
    private final Caller caller;

    ReassignResource(Repairs repairs, Standings standings, DirectoryView directory, Caller caller) {
        this.repairs = repairs;
        this.standings = standings;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * Which responses go where, and why.
     *
     * @param responseIds which; or
     * @param filter all that match
     */
    public record Reassignment(
            @Nullable String portal,
            @Nullable List<String> responseIds,
            @Nullable Filter filter,
            @Nullable String supportGroup,
            @Nullable String reason) {}

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

    /** How many were in another group before. */
    public record Reassigned(int reassigned) {}

    @POST
    public Reassigned reassign(@Nullable Reassignment body) {
        Reassignment asked = body == null ? new Reassignment(null, null, null, null, null) : body;
        List<Reason> errors = new ArrayList<>();
        String portal = needed("/portal", asked.portal(), errors);
        String group = needed("/supportGroup", asked.supportGroup(), errors);
        String fault = StatedReason.fault(asked.reason());
        String reason = String.valueOf(asked.reason());
        if (fault != null) {
            errors.add(new Reason("/reason", fault));
        }
        List<String> ids = asked.responseIds();
        Filter filter = asked.filter();
        if ((ids == null) == (filter == null)) {
            errors.add(new Reason("/responseIds", "give either responseIds, or a filter with a supportGroup"));
        }
        if (filter != null) {
            needed("/filter/supportGroup", filter.supportGroup(), errors);
            filter.others()
                    .keySet()
                    .forEach(
                            name -> errors.add(new Reason("/filter/" + name, "is not a filter; only supportGroup is")));
        }
        if (!portal.isEmpty()) {
            caller.require(portal);
            if (!directory.require(portal).groups().containsKey(group) && !group.isEmpty()) {
                errors.add(new Reason("/supportGroup", "unknown support group " + group));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.badRequest("Nothing was reassigned.", errors);
        }
        List<String> all = ids != null
                ? ids.stream()
                        .map(IdText::orNull)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : standings.ofGroup(portal, filter == null ? "" : String.valueOf(IdText.orNull(filter.supportGroup())));
        int moved = 0;
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            moved += repairs.reassign(
                    portal,
                    all.subList(i, Math.min(all.size(), i + AT_ONCE)),
                    group,
                    ResponseHistory.ChangeOrigin.person(caller.signature(), reason, List.of()));
        }
        return new Reassigned(moved);
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
