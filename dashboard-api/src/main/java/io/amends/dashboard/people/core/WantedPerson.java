package io.amends.dashboard.people.core;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Role;
import io.amends.contracts.directory.EntryRules;
import io.amends.contracts.directory.MailAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as somebody wants to have them in a portal (H1). What is answered beside these fields is taken back and ignored,
 * so that an answer can be changed and put again.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters; blanks around it are removed
 * @param email where an invitation goes; null: nowhere
 * @param roles by their words; none: the person is known and sees nothing yet
 * @param groups beside those of their contact; null or none: no more
 * @param active null: yes
 */
@JsonIgnoreProperties({"login", "claimedRoles", "passwordSet", "atProvider", "lastSignInAt", "warnings"})
public record WantedPerson(
        @Nullable String name,
        @Nullable String email,
        @Nullable List<@Nullable String> roles,
        @Nullable List<@Nullable String> groups,
        @Nullable String contact,
        @Nullable Boolean active) {
    /** Most characters of a name. */
    public static final int LONGEST_NAME = 200;

    /** Most groups that are named for a person. */
    public static final int MOST_GROUPS = 500;

    /** The roles that somebody can have over the whole installation. */
    private static final Set<Role> EVERYWHERE = Set.copyOf(EnumSet.of(Role.ADMIN, Role.OPS));

    /** Removes the blanks around what people type. */
    public WantedPerson {
        name = name == null ? null : name.strip();
        email = email == null || email.isBlank() ? null : email.strip();
        contact = contact == null || contact.isBlank() ? null : contact.strip();
    }

    /** Why it cannot be saved, each with its place; empty if it can be. */
    public List<Reason> faults(String portal) {
        List<Reason> faults = new ArrayList<>();
        if (StorableText.blank(givenName())) {
            faults.add(new Reason("/name", "is missing"));
        } else {
            add(faults, "/name", StorableText.nameFault(givenName(), LONGEST_NAME));
        }
        if (email != null) {
            add(faults, "/email", MailAddress.fault(email));
        }
        roleFaults(portal, faults);
        if (portal.equals(Logins.INSTALLATION)
                && (contact != null || !givenGroups().isEmpty())) {
            faults.add(new Reason("", "groups and contacts are of a portal, and not of the whole installation"));
        }
        groupFaults(faults);
        if (contact != null && !EntryRules.isCode(contact)) {
            faults.add(new Reason("/contact", "must be a code"));
        }
        return faults;
    }

    private void roleFaults(String portal, List<Reason> faults) {
        if (roles == null) {
            faults.add(new Reason("/roles", "is missing"));
            return;
        }
        for (int i = 0; i < roles.size(); i++) {
            String word = roles.get(i);
            Optional<Role> role = word == null ? Optional.empty() : Role.of(word);
            if (role.isEmpty()) {
                faults.add(new Reason("/roles/" + i, "must be one of " + List.of(Role.values())));
            } else if (portal.equals(Logins.INSTALLATION) && !EVERYWHERE.contains(role.get())) {
                faults.add(new Reason("/roles/" + i, "must be admin or ops: other roles are of a portal"));
            }
        }
    }

    private void groupFaults(List<Reason> faults) {
        if (groups == null) {
            return;
        }
        if (groups.size() > MOST_GROUPS) {
            faults.add(new Reason("/groups", "must have at most " + MOST_GROUPS + " groups"));
            return;
        }
        for (int i = 0; i < groups.size(); i++) {
            String code = groups.get(i);
            if (code == null || !EntryRules.isCode(code)) {
                faults.add(new Reason("/groups/" + i, "must be a code"));
            }
        }
    }

    private static void add(List<Reason> faults, String pointer, @Nullable String fault) {
        if (fault != null) {
            faults.add(new Reason(pointer, fault));
        }
    }

    /** The name; empty where none was given. */
    public String givenName() {
        return name == null ? "" : name;
    }

    private List<@Nullable String> givenGroups() {
        return groups == null ? List.of() : groups;
    }

    /** What they are to be, of what has no fault. */
    public Membership membership() {
        EnumSet<Role> named = EnumSet.noneOf(Role.class);
        if (roles != null) {
            roles.stream()
                    .flatMap(word -> Optional.ofNullable(word).flatMap(Role::of).stream())
                    .forEach(named::add);
        }
        List<String> codes = givenGroups().stream()
                .flatMap(code -> Optional.ofNullable(code).stream())
                .distinct()
                .toList();
        return new Membership(named, groups == null ? null : codes, contact, active == null || active);
    }

    /** What may not be what was meant: groups and a contact that are not there yet. */
    public List<Reason> missing(Set<String> knownGroups, Set<String> knownContacts) {
        List<Reason> warnings = new ArrayList<>();
        for (int i = 0; i < givenGroups().size(); i++) {
            String code = givenGroups().get(i);
            if (code != null && !knownGroups.contains(code)) {
                warnings.add(new Reason("/groups/" + i, "there is no group " + code + " yet"));
            }
        }
        if (contact != null && !knownContacts.contains(contact)) {
            warnings.add(new Reason("/contact", "there is no contact " + contact + " yet"));
        }
        return warnings;
    }
}
