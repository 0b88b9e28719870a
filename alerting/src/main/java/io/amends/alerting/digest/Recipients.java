package io.amends.alerting.digest;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a support group: its Support Lead and Also Alerts, or the portal's admins where none can be reached; and who hears of
 * one of its cases besides, because a rule names them.
 */
public record Recipients(Portal portal, Map<String, Group> groups, Map<String, Contact> contacts) {

    /**
     * Who gets a group's cases.
     *
     * @param contacts ids of contacts to whose address mail can be sent, each once
     * @param admins whether they are the portal's admins because the group has nobody
     */
    public record Audience(List<String> contacts, boolean admins) {}

    /** The audience of a group; without contacts where not even an admin can be reached. */
    public Audience of(String groupCode) {
        Group group = groups.get(groupCode);
        List<String> own = group == null
                ? List.of()
                : reachable(Stream.concat(Stream.ofNullable(group.supportLead()), group.alsoAlerts().stream())
                        .toList());
        return own.isEmpty() ? new Audience(reachable(portal.admins()), true) : new Audience(own, false);
    }

    /**
     * Whom the rules name who decided a case (B5), as far as they can be reached: without those who get it as the group's, since
     * everybody hears once.
     */
    public List<String> also(RecoveryDecided decision) {
        List<String> named =
                reachable(decision.also().stream().map(AlsoHears::contact).toList());
        return named.isEmpty() ? named : without(of(decision.supportGroup()).contacts(), named);
    }

    /** Everybody who hears of a case: whoever gets its group's cases, and whom rules name. */
    public List<String> hearing(RecoveryDecided decision) {
        return Stream.concat(of(decision.supportGroup()).contacts().stream(), also(decision).stream())
                .toList();
    }

    private static List<String> without(List<String> others, List<String> contacts) {
        return contacts.stream().filter(contact -> !others.contains(contact)).toList();
    }

    /** How many of a group's cases the digests of a period show at most; null: all (B8). */
    @Nullable
    Integer dailyCap(String groupCode) {
        Group group = groups.get(groupCode);
        return group == null ? null : group.dailyCap();
    }

    /**
     * Who hears at once of an urgent request (A9, C7): the group's manager; where there is none that can be reached, whoever
     * gets the group's cases.
     */
    public Audience ofUrgent(String groupCode) {
        Group group = groups.get(groupCode);
        List<String> manager =
                group == null || group.manager() == null ? List.of() : reachable(List.of(group.manager()));
        return manager.isEmpty() ? of(groupCode) : new Audience(manager, false);
    }

    private List<String> reachable(Collection<String> ids) {
        return ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .filter(this::canBeReached)
                .toList();
    }

    private boolean canBeReached(String id) {
        Contact contact = contacts.get(id);
        return contact != null && contact.mailbox() != null;
    }
}
