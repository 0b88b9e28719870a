package io.amends.dashboard.people;

import io.amends.contracts.access.Role;
import io.amends.dashboard.people.core.Membership;
import io.amends.dashboard.signin.BuiltInUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The people of a portal, as they are listed. */
@ApplicationScoped
public class PeopleList {
    private static final String LISTED =
            """
            select p.login, p.name, p.email, m.roles, m.claimed, m.groups, m.contact, m.active,
                   p.password_hash is not null as password_set,
                   exists (select from person_identity i where i.login = p.login) as at_provider, e.signed_in_at
            from membership m join person p on p.login = m.login left join session_epoch e on e.name = m.login
            where m.portal = :portal""";

    private final Jdbi jdbi;
    private final BuiltInUsers configured;

    PeopleList(Jdbi jdbi, BuiltInUsers configured) {
        this.jdbi = jdbi;
        this.configured = configured;
    }

    /** How many people a portal has. */
    long count(String portal) {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from membership where portal = :portal")
                .bind("portal", portal)
                .mapTo(Long.class)
                .one());
    }

    /** A portal's people by login, a page of them. */
    List<ListedPerson> page(String portal, long offset, int size) {
        return jdbi.withHandle(db -> db.createQuery(LISTED + " order by p.login limit :size offset :offset")
                .bind("portal", portal)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, context) -> listed(row))
                .list());
    }

    /** All of a portal's people, by login. */
    public List<ListedPerson> all(String portal) {
        return page(portal, 0, Integer.MAX_VALUE);
    }

    /** One of them. */
    Optional<ListedPerson> find(String portal, String login) {
        return jdbi.withHandle(db -> find(db, portal, login));
    }

    /** One of them, as a transaction has them so far. */
    Optional<ListedPerson> find(Handle tx, String portal, String login) {
        return tx.createQuery(LISTED + " and m.login = :login")
                .bind("portal", portal)
                .bind("login", login)
                .map((row, context) -> listed(row))
                .findOne();
    }

    private ListedPerson listed(ResultSet row) throws SQLException {
        String login = row.getString("login");
        OffsetDateTime signedIn = row.getObject("signed_in_at", OffsetDateTime.class);
        return new ListedPerson(
                login,
                row.getString("name"),
                row.getString("email"),
                membership(row),
                roles(texts(row, "claimed")),
                row.getBoolean("password_set") || configured.fullName(login) != null,
                row.getBoolean("at_provider"),
                signedIn == null ? null : signedIn.toInstant());
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                roles(texts(row, "roles")), texts(row, "groups"), row.getString("contact"), row.getBoolean("active"));
    }

    /** The roles that these words name; those that a newer version added are left out. */
    static Set<Role> roles(@Nullable List<String> words) {
        return words == null
                ? Set.of()
                : words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
    }

    /** A column of texts; null where it is null. */
    static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? null
                : Stream.of((Object[]) array.getArray()).map(String.class::cast).toList();
    }
}
