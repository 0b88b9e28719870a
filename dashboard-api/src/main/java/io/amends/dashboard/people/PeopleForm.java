package io.amends.dashboard.people;

import io.amends.contracts.access.Role;
import io.amends.dashboard.people.core.Membership;
import io.amends.dashboard.people.core.WantedPerson;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a person, as it is posted. */
public class PeopleForm {
    @FormParam("login")
    @Nullable
    String login;

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("email")
    @Nullable
    String email;

    /** The words of the roles that are ticked. */
    @FormParam("role")
    List<String> role = List.of();

    @FormParam("contact")
    @Nullable
    String contact;

    /** Codes with commas between. */
    @FormParam("groups")
    @Nullable
    String groups;

    /** Absent where it is not ticked. */
    @FormParam("active")
    @Nullable
    String active;

    /** The ETag of what was seen. */
    @FormParam("seen")
    @Nullable
    String seen;

    /** The form of somebody as they are. */
    static PeopleForm of(ListedPerson person) {
        Membership membership = person.membership();
        PeopleForm form = new PeopleForm();
        form.login = person.login();
        form.name = person.name();
        form.email = person.email();
        form.role = membership.roles().stream().map(Role::word).toList();
        form.contact = membership.contact();
        form.groups = membership.groups() == null ? null : String.join(", ", membership.groups());
        form.active = membership.active() ? "yes" : null;
        form.seen = person.tag();
        return form;
    }

    /** The empty form of somebody new. */
    static PeopleForm empty() {
        PeopleForm form = new PeopleForm();
        form.active = "yes";
        return form;
    }

    /** The person that is wanted. */
    WantedPerson wanted() {
        List<String> codes = codes();
        return new WantedPerson(name, email, role, codes.isEmpty() ? null : codes, contact, active != null);
    }

    private List<String> codes() {
        return groups == null
                ? List.of()
                : Stream.of(groups)
                        .flatMap(typed -> Arrays.stream(typed.split(",")))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    static String typed(@Nullable String field) {
        return field == null ? "" : field;
    }
}
