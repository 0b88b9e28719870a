package io.amends.ingest.repair;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.ingest.recorder.History;
import io.amends.ingest.recorder.Standings;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.access.Caller;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves responses to another support group; their notes and case follow (A8). */
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
    public Reassigned reassign(byte[] body) throws JsonProcessingException {
        Reassignment asked = read(body);
        List<Reason> errors = new ArrayList<>();
        String portal = needed("/portal", asked.portal(), errors);
        String group = needed("/supportGroup", asked.supportGroup(), errors);
        String reason = needed("/reason", asked.reason(), errors);
        List<String> ids = asked.responseIds();
        Filter filter = asked.filter();
        if ((ids == null) == (filter == null)) {
            errors.add(new Reason("/responseIds", "either responseIds, or a filter with a supportGroup"));
        }
        if (filter != null) {
            needed("/filter/supportGroup", filter.supportGroup(), errors);
            filter.others()
                    .keySet()
                    .forEach(name -> errors.add(
                            new Reason("/filter/" + name, "no filter goes by this; it goes by supportGroup alone")));
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
                ? ids.stream().filter(id -> id != null).distinct().toList()
                : standings.ofGroup(portal, filter == null ? "" : String.valueOf(filter.supportGroup()));
        int moved = 0;
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            moved += repairs.reassign(
                    portal,
                    all.subList(i, Math.min(all.size(), i + AT_ONCE)),
                    group,
                    new History.Author(caller.signature(), reason));
        }
        return new Reassigned(moved);
    }

    private static Reassignment read(byte[] body) throws JsonProcessingException {
        try {
            return Json.MAPPER.treeToValue(SubmissionReader.fields(body), Reassignment.class);
        } catch (Malformed e) {
            throw Problem.badRequest("This says not what to reassign.", e.reasons());
        }
    }

    private static String needed(String pointer, @Nullable String value, List<Reason> errors) {
        if (value == null || value.isBlank()) {
            errors.add(new Reason(pointer, "is missing"));
            return "";
        }
        return value;
    }
}
