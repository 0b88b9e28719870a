package io.amends.dashboard.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Finds what people are, each time in a transaction: its caller's or one of its own. */
@ApplicationScoped
class MemberRows implements PanacheRepositoryBase<MemberRow, MemberRow.Id> {

    @Transactional
    Optional<MemberRow> of(String portal, String login) {
        return findByIdOptional(new MemberRow.Id(portal, login));
    }

    /** Everybody who is something in a portal. */
    @Transactional
    List<MemberRow> in(String portal) {
        return list("id.portal", Sort.by("id.login"), portal);
    }

    /** Everything that a person is. */
    @Transactional
    List<MemberRow> of(String login) {
        return list("id.login", login);
    }
}
