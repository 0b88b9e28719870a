package io.amends.dashboard.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log what became of people (H4): who and what they are, and of passwords nothing. A field that is added to
 * a person is hidden until it is named here.
 */
@ApplicationScoped
class PeopleTrail {
    private static final Set<String> TOLD = Set.of("name", "email", "roles", "groups", "contact", "active");

    private final AuditTrail trail;
    private final Caller caller;

    PeopleTrail(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    /**
     * A person of a portal was added, changed or removed.
     *
     * @param before null where they were nothing there
     * @param after null where they are nothing there any more
     */
    void changed(Handle tx, String portal, @Nullable ListedPerson before, @Nullable ListedPerson after) {
        ListedPerson either = before == null ? after : before;
        if (either == null) {
            return;
        }
        AuditAction what = before == null
                ? AuditAction.PERSON_ADDED
                : after == null ? AuditAction.PERSON_REMOVED : AuditAction.PERSON_CHANGED;
        trail.add(
                tx,
                caller.signature(),
                AuditChange.of(portal, what, AuditedPerson.subject(either.login()))
                        .fields(tree(before), tree(after), TOLD::contains));
    }

    private static @Nullable ObjectNode tree(@Nullable ListedPerson person) {
        return person == null
                ? null
                : Json.MAPPER
                        .<ObjectNode>valueToTree(person.membership())
                        .put("name", person.name())
                        .put("email", person.email());
    }
}
