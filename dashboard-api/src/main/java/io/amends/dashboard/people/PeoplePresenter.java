package io.amends.dashboard.people;

import io.amends.contracts.Reason;
import io.amends.contracts.access.Role;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.passwords.Invitations.Invited;
import io.amends.dashboard.people.PeopleChanges.PersonRefusal;
import io.amends.dashboard.people.PeopleView.ContactChoice;
import io.amends.dashboard.people.PeopleView.EverywhereLine;
import io.amends.dashboard.people.PeopleView.FieldErrors;
import io.amends.dashboard.people.PeopleView.Names;
import io.amends.dashboard.people.PeopleView.News;
import io.amends.dashboard.people.PeopleView.PersonDoors;
import io.amends.dashboard.people.PeopleView.PersonFields;
import io.amends.dashboard.people.PeopleView.PersonForm;
import io.amends.dashboard.people.PeopleView.PersonLine;
import io.amends.dashboard.people.PeopleView.PersonState;
import io.amends.dashboard.people.PeopleView.RoleChip;
import io.amends.dashboard.people.PeopleView.RoleChoice;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.dashboard.signin.BuiltInSignIn;
import io.amends.dashboard.signin.BuiltInUsers;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the view of a portal's people. */
@ApplicationScoped
class PeoplePresenter {
    private static final int MOST_SHOWN = 1_000;

    private final PeopleList list;
    private final Directory directory;
    private final BuiltInUsers configured;
    private final BuiltInSignIn builtIn;
    private final PeopleMessages messages;
    private final Formats formats;

    PeoplePresenter(
            PeopleList list,
            Directory directory,
            BuiltInUsers configured,
            BuiltInSignIn builtIn,
            PeopleMessages messages,
            Formats formats) {
        this.list = list;
        this.directory = directory;
        this.configured = configured;
        this.builtIn = builtIn;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * The page.
     *
     * @param everywhere who is something over all portals; empty for whoever may not see them
     */
    PeopleView view(
            String cpc, Portal portal, boolean mayChange, News news, List<EverywhereLine> everywhere, PersonForm form) {
        Map<String, Contact> contacts = directory.contacts(cpc);
        Map<String, Group> groups = directory.groups(cpc);
        List<PersonLine> lines = list.page(cpc, 0, MOST_SHOWN).stream()
                .map(person -> line(cpc, portal, contacts, groups, person))
                .toList();
        long all = list.count(cpc);
        return new PeopleView(
                all == 0 ? messages.none() : messages.headline(all),
                formats.zone(portal.timeZone()),
                news,
                mayChange,
                lines,
                everywhere,
                form);
    }

    /** Who is something over all portals, by login: those of the configuration, and those of the portal that stands for all. */
    List<EverywhereLine> everywhere() {
        Map<String, EverywhereLine> lines = new TreeMap<>();
        for (ListedPerson person : list.all(Logins.INSTALLATION)) {
            lines.put(person.login(), new EverywhereLine(names(person), chips(person), state(person)));
        }
        for (String login : configured.logins()) {
            RoleChip admin = new RoleChip(messages.admin(), messages.fromConfiguration());
            String name = configured.fullName(login);
            EverywhereLine added = lines.get(login);
            lines.put(
                    login,
                    new EverywhereLine(
                            added == null ? new Names(name == null ? login : name, login, null) : added.names(),
                            added == null
                                    ? List.of(admin)
                                    : Stream.concat(Stream.of(admin), added.roles().stream())
                                            .toList(),
                            builtIn.on()
                                    ? new PersonState(messages.canSignIn(), true)
                                    : new PersonState(messages.notFromProvider(), false)));
        }
        return List.copyOf(lines.values());
    }

    /** The form of somebody new. */
    PersonForm adding(String cpc, PeopleForm sent, FieldErrors errors, boolean open) {
        return new PersonForm(url(cpc), messages.add(), "", open, fields(cpc, sent, Set.of()), errors);
    }

    /** The form of somebody who is there. */
    PersonForm changing(String cpc, ListedPerson person, PeopleForm sent, FieldErrors errors) {
        return new PersonForm(
                url(cpc, person.login()),
                messages.changeOf(person.name()),
                PeopleForm.typed(sent.seen),
                true,
                fields(cpc, sent, person.claimedRoles()),
                errors);
    }

    /** What is wrong with which field. */
    FieldErrors errors(List<Reason> faults, boolean loginUnfit) {
        return new FieldErrors(
                loginUnfit ? messages.loginUnfit(Logins.LONGEST) : null,
                at(faults, "/name") ? messages.nameUnfit(WantedPerson.LONGEST_NAME) : null,
                at(faults, "/email") ? messages.emailUnfit() : null,
                at(faults, "/contact") ? messages.contactUnfit() : null,
                at(faults, "/groups") ? messages.groupsUnfit(WantedPerson.MOST_GROUPS) : null);
    }

    /** Why nothing was changed. */
    String why(PersonRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> messages.unknown();
            case LOGIN_ALIKE -> messages.loginAlike();
            case CHANGED_SINCE -> messages.changedSince();
            case LAST_ADMIN -> messages.lastAdmin();
            case BEYOND_THE_ASKER -> messages.beyondYou();
            case NO_PORTAL -> throw Problem.notFound(messages.unknown());
        };
    }

    /** What an import did. */
    String imported(int added, int changed) {
        return messages.imported(formats.count(added), formats.count(changed));
    }

    /** What came of an invitation. */
    News invited(Invited came) {
        return switch (came) {
            case SENT -> News.done(messages.invited());
            case UNKNOWN -> News.refused(messages.unknown());
            case PASSWORD_SET -> News.refused(messages.passwordSet());
            case SWITCHED_OFF -> News.refused(messages.switchedOff());
            case NO_EMAIL -> News.refused(messages.noEmail());
            case NO_PASSWORDS -> News.refused(messages.noPasswords());
            case TOO_OFTEN -> News.refused(messages.tooOften());
            case NOT_SENT -> News.refused(messages.notSent());
        };
    }

    private PersonLine line(
            String cpc, Portal portal, Map<String, Contact> contacts, Map<String, Group> known, ListedPerson person) {
        List<String> groups = person.membership().groups();
        return new PersonLine(
                names(person),
                chips(person),
                contact(contacts, person),
                groups == null || groups.isEmpty()
                        ? null
                        : messages.groupsNamed(
                                groups.stream().map(code -> group(known, code)).collect(Collectors.joining(", "))),
                person.lastSignInAt() == null ? messages.never() : formats.at(person.lastSignInAt(), portal.timeZone()),
                state(person),
                new PersonDoors(
                        url(cpc, person.login()),
                        invitable(person),
                        person.claimedRoles().isEmpty()
                                ? messages.removeMeans(person.name())
                                : messages.removeClaimedMeans(person.name())));
    }

    private boolean invitable(ListedPerson person) {
        return builtIn.on()
                && person.membership().active()
                && !person.passwordSet()
                && !person.atProvider()
                && person.email() != null;
    }

    private static Names names(ListedPerson person) {
        return new Names(person.name(), person.login(), person.email());
    }

    /** The roles of a person: given by hand, or by the provider's claims; one that came both ways is told once. */
    private List<RoleChip> chips(ListedPerson person) {
        Set<Role> given = person.membership().roles();
        List<RoleChip> chips = Stream.concat(
                        given.stream().map(role -> new RoleChip(name(role), null)),
                        person.claimedRoles().stream()
                                .filter(role -> !given.contains(role))
                                .map(role -> new RoleChip(name(role), messages.fromProvider())))
                .toList();
        return chips.isEmpty() ? List.of(new RoleChip(messages.noRole(), null)) : chips;
    }

    private PersonState state(ListedPerson person) {
        if (!person.membership().active()) {
            return new PersonState(messages.off(), false);
        }
        if (builtIn.on() && person.passwordSet()) {
            return new PersonState(messages.canSignIn(), true);
        }
        if (person.atProvider()) {
            return new PersonState(messages.byProvider(), true);
        }
        return new PersonState(builtIn.on() ? messages.noPassword() : messages.notFromProvider(), false);
    }

    private String contact(Map<String, Contact> contacts, ListedPerson person) {
        String code = person.membership().contact();
        if (code == null) {
            return proposed(contacts, person.email())
                    .map(same -> messages.proposed(named(contacts, same)))
                    .orElse(messages.noContact());
        }
        return contacts.containsKey(code) ? named(contacts, code) : messages.contactGone(code);
    }

    /** The contact that has the same email, if there is exactly one. */
    private static Optional<String> proposed(Map<String, Contact> contacts, @Nullable String email) {
        if (email == null) {
            return Optional.empty();
        }
        List<String> same = contacts.entrySet().stream()
                .filter(contact -> email.equalsIgnoreCase(contact.getValue().email()))
                .map(Map.Entry::getKey)
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private PersonFields fields(String cpc, PeopleForm sent, Set<Role> claimed) {
        Map<String, Contact> contacts = directory.contacts(cpc);
        boolean unlinked = PeopleForm.typed(sent.contact).isBlank();
        Optional<String> proposed = unlinked ? proposed(contacts, sent.email) : Optional.empty();
        String chosen = proposed.orElse(PeopleForm.typed(sent.contact).strip());
        return new PersonFields(
                new Names(PeopleForm.typed(sent.name), PeopleForm.typed(sent.login), PeopleForm.typed(sent.email)),
                Stream.of(Role.values())
                        .map(role ->
                                new RoleChoice(role.word(), name(role), means(role), sent.role.contains(role.word())))
                        .toList(),
                claimed.isEmpty()
                        ? null
                        : messages.claimedRoles(claimed.stream().map(this::name).collect(Collectors.joining(", "))),
                contacts(contacts, chosen),
                proposed.isPresent() ? messages.contactProposed() : null,
                PeopleForm.typed(sent.groups),
                sent.active != null);
    }

    private List<ContactChoice> contacts(Map<String, Contact> contacts, String chosen) {
        List<ContactChoice> choices = new ArrayList<>();
        choices.add(new ContactChoice("", messages.noContact(), chosen.isEmpty()));
        if (!chosen.isEmpty() && !contacts.containsKey(chosen)) {
            choices.add(new ContactChoice(chosen, messages.contactGone(chosen), true));
        }
        contacts.keySet().stream()
                .map(code -> new ContactChoice(code, named(contacts, code), code.equals(chosen)))
                .sorted(Comparator.comparing(ContactChoice::name).thenComparing(ContactChoice::code))
                .forEach(choices::add);
        return choices;
    }

    private static String named(Map<String, Contact> contacts, String code) {
        Contact contact = contacts.get(code);
        return contact == null ? code : contact.name();
    }

    private static String group(Map<String, Group> groups, String code) {
        Group group = groups.get(code);
        return group == null ? code : group.name();
    }

    private static boolean at(List<Reason> faults, String pointer) {
        return faults.stream().anyMatch(fault -> fault.pointer().startsWith(pointer));
    }

    private static String url(String cpc) {
        return "/portals/" + cpc + "/people";
    }

    private static String url(String cpc, String login) {
        return url(cpc) + "/" + login;
    }

    private String name(Role role) {
        return switch (role) {
            case AGENT -> messages.agent();
            case LEAD -> messages.lead();
            case ADMIN -> messages.admin();
            case OPS -> messages.ops();
            case AUDITOR -> messages.auditor();
        };
    }

    private String means(Role role) {
        return switch (role) {
            case AGENT -> messages.agentMeans();
            case LEAD -> messages.leadMeans();
            case ADMIN -> messages.adminMeans();
            case OPS -> messages.opsMeans();
            case AUDITOR -> messages.auditorMeans();
        };
    }
}
