package io.amends.dashboard.people;

import io.amends.contracts.access.Role;
import io.amends.dashboard.people.core.Membership;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a person is in a portal. */
@Entity
@Table(name = "membership")
class MemberRow {
    @EmbeddedId
    private Id id;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> groups;

    private @Nullable String contact;

    private boolean active;

    @Version
    private long version;

    /** Where it counts, and for whom. */
    @Embeddable
    record Id(String portal, String login) {}

    /** Hibernate makes an empty row by this, and reads the stored one into it. */
    protected MemberRow() {}

    MemberRow(Id id, Membership membership) {
        this.id = id;
        become(membership);
    }

    /** They are this from now on. */
    final void become(Membership membership) {
        roles = membership.roles().stream().map(Role::word).toList();
        groups = membership.groups();
        contact = membership.contact();
        active = membership.active();
    }

    Id id() {
        return id;
    }

    /** What they are; roles that a newer version added are left out. */
    Membership membership() {
        Set<Role> known = roles.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
        return new Membership(known, groups, contact, active);
    }
}
