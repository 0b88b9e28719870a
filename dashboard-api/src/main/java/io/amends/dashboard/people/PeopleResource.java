package io.amends.dashboard.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Reason;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.passwords.Invitations;
import io.amends.dashboard.people.PeopleChanges.PersonChange;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.kit.access.Needs;
import io.amends.kit.http.IfMatch;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The people of a portal over HTTP (H1), and in the place of a portal {@code *}: those who are something over the whole
 * installation.
 */
@Path("/v1/portals/{cpc}/people")
@Needs(value = Scope.PEOPLE_WRITE, may = Permission.SEE_ADMINISTRATION)
@Blocking
public class PeopleResource {
    private final PeopleChanges changes;
    private final PeopleList list;
    private final Directory directory;
    private final Invitations invitations;

    PeopleResource(PeopleChanges changes, PeopleList list, Directory directory, Invitations invitations) {
        this.changes = changes;
        this.list = list;
        this.directory = directory;
        this.invitations = invitations;
    }

    /**
     * The answer to a put.
     *
     * @param warnings what may not be what was meant
     */
    public record SavedPerson(@JsonUnwrapped ListedPerson person, List<Reason> warnings) {}

    /** The people of this portal, by login. */
    @GET
    public Page<ListedPerson> all(
            @PathParam("cpc") String cpc,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("size") @Nullable Integer size) {
        require(cpc);
        PageRequest asked = PageRequest.of(page, size);
        return new Page<>(list.page(cpc, asked.offset(), asked.size()), asked.page(), asked.size(), list.count(cpc));
    }

    @GET
    @Path("/{login}")
    public RestResponse<ListedPerson> get(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        require(cpc);
        ListedPerson person = list.find(cpc, login).orElseThrow(PeopleResource::unknown);
        return RestResponse.ResponseBuilder.ok(person)
                .tag(new EntityTag(person.tag()))
                .build();
    }

    /** Adds a person to this portal, or makes them something else in it. */
    @Needs(value = Scope.PEOPLE_WRITE, may = Permission.ADMINISTER)
    @PUT
    @Path("/{login}")
    public Response put(
            @PathParam("cpc") String cpc,
            @PathParam("login") String login,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WantedPerson sent) {
        require(cpc);
        WantedPerson wanted = sent == null ? new WantedPerson(null, null, null, null, null, null) : sent;
        List<Reason> reasons = new ArrayList<>(wanted.faults(cpc));
        String unfit = Logins.fault(login);
        if (unfit != null) {
            reasons.add(0, new Reason("", "the login in the address " + unfit));
        }
        if (!reasons.isEmpty()) {
            throw Problem.badRequest("This person cannot be saved.", reasons);
        }
        PersonChange change = changes.put(cpc, login, wanted, new IfMatch(ifMatch));
        if (!(change instanceof PersonChange.Saved saved)) {
            throw problem((PersonChange.Refused) change, cpc);
        }
        return Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
                .tag(new EntityTag(saved.person().tag()))
                .entity(new SavedPerson(saved.person(), warnings(cpc, wanted, saved)))
                .build();
    }

    /** Removes a person from this portal; who is nothing anywhere any more is forgotten. */
    @Needs(value = Scope.PEOPLE_WRITE, may = Permission.ADMINISTER)
    @DELETE
    @Path("/{login}")
    public void remove(
            @PathParam("cpc") String cpc,
            @PathParam("login") String login,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        require(cpc);
        if (changes.remove(cpc, login, new IfMatch(ifMatch)) instanceof PersonChange.Refused refused) {
            throw problem(refused, cpc);
        }
    }

    /** Mails a person of this portal a link, good once and for 24 hours, by which they set their first password. */
    @Needs(value = Scope.PEOPLE_WRITE, may = Permission.ADMINISTER)
    @POST
    @Path("/{login}/invite")
    public void invite(@PathParam("cpc") String cpc, @PathParam("login") String login) {
        require(cpc);
        switch (invitations.invite(cpc, login)) {
            case SENT -> {}
            case UNKNOWN -> throw unknown();
            case PASSWORD_SET -> throw Problem.conflict("They have a password, which they change themselves.");
            case SWITCHED_OFF -> throw Problem.conflict("They are switched off in this portal.");
            case NO_PASSWORDS -> throw Problem.conflict("Nobody signs in by a password here.");
            case NO_EMAIL -> throw Problem.conflict("There is no email to send an invitation to.");
            case TOO_OFTEN ->
                throw Problem.of(429, "Too many requests", "They were invited several times within the hour.")
                        .retryAfter(Duration.ofHours(1));
            case NOT_SENT ->
                throw Problem.of(
                        503,
                        "Service unavailable",
                        "The mail server did not take the invitation. Please try again shortly.");
        }
    }

    private List<Reason> warnings(String cpc, WantedPerson wanted, PersonChange.Saved saved) {
        List<Reason> warnings = new ArrayList<>();
        String kept = "is left as it is: this person is known beyond this portal";
        if (saved.elsewhere()) {
            warnings.add(
                    new Reason("", "this person is known beyond this portal: make sure that they are who you mean"));
        }
        if (saved.elsewhere() && !saved.person().name().equals(wanted.givenName())) {
            warnings.add(new Reason("/name", kept));
        }
        if (saved.elsewhere() && !Objects.equals(saved.person().email(), wanted.email())) {
            warnings.add(new Reason("/email", kept));
        }
        warnings.addAll(wanted.missing(directory.codes(EntryType.GROUP, cpc), directory.codes(EntryType.CONTACT, cpc)));
        return warnings;
    }

    private void require(String cpc) {
        if (!cpc.equals(Logins.INSTALLATION)) {
            directory.require(cpc);
        }
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such person here.");
    }

    private static Problem problem(PersonChange.Refused refused, String cpc) {
        return switch (refused.why()) {
            case NO_PORTAL -> Problem.noPortal(cpc);
            case UNKNOWN -> unknown();
            case LOGIN_ALIKE -> Problem.conflict("Somebody has this login, written with other capitals.");
            case LAST_ADMIN ->
                Problem.conflict("This is the last admin: make somebody else one first, so that there always is one.");
            case BEYOND_THE_ASKER ->
                Problem.forbidden("Nobody gives a role that may do what they may not. This takes scopes that are"
                                + " lacking: "
                                + refused.lacking().stream().map(Scope::word).collect(Collectors.joining(", ")) + ".")
                        .with("lacking", refused.lacking());
            case CHANGED_SINCE ->
                Problem.of(412, "Precondition failed", "Somebody else has changed this person since you read them.");
        };
    }
}
